package dev.benchlight.app.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/// What the store does about faults of the program's own.
@Timeout(120)
public class StoreFaultsTest {
    @TempDir private Path folder;

    /// An event that no database can take: its time is too far off to be counted.
    public static SpanStarted unstorable() {
        return new SpanStarted(
                SpanId.random(),
                TraceId.random(),
                null,
                SpanKind.REQUEST,
                "tools/call",
                "unstorable",
                "everything",
                "everything-1",
                new Moment(Instant.MAX, 0));
    }

    @Test
    void anEventThatCannotBeStoredIsCountedAndStoringGoesOn() {
        try (TraceStore store = TraceStore.open(folder)) {
            store.record(unstorable());
            store.flush();
            assertThat(store.notices()).singleElement().asString().contains("not being stored");
            assertThat(store.lost()).isEqualTo(1);

            SpanId after = new Events(store).call("after", "{}", "{}");
            store.flush();
            assertThat(store.find(after.value()).orElseThrow().row().status())
                    .isEqualTo(SpanStatus.OK);
            assertThat(store.notices()).last().asString().contains("again; 1 event was lost");

            store.record(unstorable());
            store.flush();
            store.record(unstorable());
            store.flush();
            new Events(store).call("later", "{}", "{}");
            store.flush();
            assertThat(store.notices()).last().asString().contains("again; 2 events were lost");
        }
    }

    @Test
    void aListenerThatFailsIsSaidAndHidesNothingFromOthersNorFromTheFile() {
        List<TraceRow> seen = new CopyOnWriteArrayList<>();
        TraceStore store = TraceStore.open(folder);
        try (store) {
            store.subscribe(rows -> {
                throw new IllegalStateException("a listener's fault");
            });
            store.subscribe(seen::addAll);
            new Events(store).call("first", "{}", "{}");
            store.flush();
            new Events(store).call("second", "{}", "{}");
            store.flush();
            assertThat(store.page("", OptionalLong.empty(), 10)).hasSize(2);
        }
        assertThat(store.notices()).singleElement().asString().contains("a listener's fault");
        assertThat(store.lost()).isZero();
        assertThat(seen).extracting(TraceRow::name).contains("first", "second");
    }

    @Test
    void whatIsNeverStoredIsCountedWhenItEnds() {
        TraceStore store = TraceStore.open(folder);
        try (store) {
            store.record(unstorable());
            store.record(unstorable());
        }
        assertThat(store.notices()).last().asString().contains("to the end; 2 events were lost");
    }
}
