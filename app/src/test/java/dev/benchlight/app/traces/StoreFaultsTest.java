package dev.benchlight.app.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;
import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

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
    void whatIsNotStoredInTimeAtTheEndIsCountedAndSaid() {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        TraceStore store = TraceStore.open(folder);
        store.subscribe(rows -> {
            entered.countDown();
            Await.until("released", () -> leave.getCount() == 0);
        });
        new Events(store).call("stored", "{}", "{}");
        Await.until("the writer hangs", () -> entered.getCount() == 0);
        new Events(store).call("late", "{}", "{}");
        store.close(Duration.ofMillis(10));
        // The call before was stored, but the writer has not come back from it.
        assertThat(store.lost()).isBetween(6L, 12L);
        assertThat(store.notices())
                .last()
                .asString()
                .contains("at the end; ", "events were lost", folder.toString());

        leave.countDown();
        try (TraceStore again = TraceStore.open(folder)) {
            assertThat(again.page("", OptionalLong.empty(), 10))
                    .extracting(TraceRow::name)
                    .containsExactly("stored");
        }
    }

    @Test
    void whereNoNewFileCanBeStartedRowsAreStillKeptInMemory() {
        TraceStore.Opening opening =
                new TraceStore.Opening() {
                    @Override
                    public Database open() throws SQLException {
                        return Database.file(folder.resolve("traces.db"));
                    }

                    @Override
                    public Database replace() throws SQLException {
                        throw new SQLException("no room");
                    }
                };
        try (TraceStore store = TraceStore.open(opening, new Redactor(), StoreLimits.DEFAULT)) {
            store.unreadable(
                    new SQLException("malformed", "", SQLiteErrorCode.SQLITE_CORRUPT.code));
            Await.until("said", () -> store.notices().size() == 2);
            assertThat(store.notices()).last().asString().contains("in memory only", "no room");
            new Events(store).call("after", "{}", "{}");
            store.flush();
            assertThat(store.page("", OptionalLong.empty(), 10)).hasSize(1);
            assertThat(store.lost()).isZero();
            assertThat(store.notices()).hasSize(2);
        }
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
