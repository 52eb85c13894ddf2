package dev.benchlight.app.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.traces.Events;
import dev.benchlight.app.traces.Redactor;
import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

class HistoryModelTest {
    private final HistoryModel model = new HistoryModel();

    @Test
    void callsAreShownNewestFirstWhateverOrderTheyComeIn() {
        assertThat(model.isEmpty()).isTrue();
        assertThat(model.merge(List.of(row(2, "tools/call", "b"), row(9, "prompts/get", "c"))))
                .isTrue();
        model.merge(List.of(row(5, "resources/read", "d")));

        assertThat(names()).containsExactly("c", "d", "b");
        assertThat(model.isEmpty()).isFalse();
    }

    @Test
    void whatIsNoCallIsLeftOutAndIsNoReasonToShowAnything() {
        assertThat(model.merge(List.of(row(1, "tools/list", ""), row(2, "ping", "")))).isFalse();
        assertThat(model.isEmpty()).isTrue();
    }

    @Test
    void aCallThatEndsTakesThePlaceOfItselfRunning() {
        model.merge(List.of(row(1, "tools/call", "a", "")));
        model.merge(List.of(row(1, "tools/call", "a", "3 items")));

        assertThat(model.shown()).extracting(TraceRow::summary).containsExactly("3 items");
    }

    @Test
    void aPageOfOlderCallsDoesNotUndoWhatIsNewerHere() {
        model.merge(List.of(row(7, "tools/call", "a", "done")));
        model.add(
                new HistoryModel.Page(
                        List.of(row(7, "tools/call", "a", ""), row(3, "tools/call", "old", "")),
                        OptionalLong.of(3),
                        true));

        assertThat(names()).containsExactly("a", "old");
        assertThat(model.shown().getFirst().summary()).isEqualTo("done");
        assertThat(model.oldest()).hasValue(3);
        assertThat(model.hasOlder()).isTrue();
    }

    @Test
    void theOldestGoWhereThereAreTooManyAndCanBeHadAgain() {
        model.add(new HistoryModel.Page(List.of(), OptionalLong.empty(), false));
        model.merge(
                LongStream.rangeClosed(1, HistoryModel.HELD + 5L)
                        .mapToObj(i -> row(i, "tools/call", "call"))
                        .toList());

        assertThat(model.shown()).hasSize(HistoryModel.HELD);
        assertThat(model.hasOlder()).isTrue();
        assertThat(model.oldest()).hasValue(6);
    }

    @Test
    void everyWordOfTheFilterMustStandSomewhereInTheCall() {
        model.merge(
                List.of(
                        row(1, "tools/call", "Forecast", "rain in Porto"),
                        row(2, "tools/call", "echo", "porto"),
                        row(3, "resources/read", "demo://guide", "")));

        model.setFilter("  PORTO  fore ");
        assertThat(names()).containsExactly("Forecast");
        model.setFilter("server-x read");
        assertThat(names()).containsExactly("demo://guide");
        model.setFilter("nowhere");
        assertThat(names()).isEmpty();
        assertThat(model.isEmpty()).isFalse();
        model.setFilter(" ");
        assertThat(names()).hasSize(3);
    }

    @Test
    void earlierCallsAreReadFromTheStoreUntilThereAreEnoughOrNoneAreLeft() {
        try (TraceStore store = TraceStore.inMemory()) {
            Events events = new Events(store);
            events.call("first", "{}", "{}");
            for (int i = 0; i < 700; i++) {
                events.end(events.start("tools/list", ""), SpanStatus.OK, "");
            }
            events.call("last", "{}", "{}");
            store.flush();

            HistoryModel.Page newest = HistoryModel.read(store, OptionalLong.empty(), 1);
            assertThat(newest.calls()).extracting(TraceRow::name).containsExactly("last");
            assertThat(newest.older()).isTrue();
            model.add(newest);

            HistoryModel.Page rest = HistoryModel.read(store, model.oldest(), 200);
            assertThat(rest.calls()).extracting(TraceRow::name).containsExactly("first");
            assertThat(rest.older()).isFalse();
            model.add(rest);
            assertThat(names()).containsExactly("last", "first");
            assertThat(model.hasOlder()).isFalse();
        }
    }

    @Test
    void aCallUnderThousandsOfOtherRowsIsOnTheFirstPage(@TempDir Path folder) {
        try (TraceStore store = TraceStore.open(folder)) {
            Events events = new Events(store);
            events.call("get-sum", "{}", "{}");
            for (int i = 0; i < 12_000; i++) {
                events.start("tools/list", "");
            }
        }
        try (TraceStore store = TraceStore.open(folder)) {
            assertThat(store.page("", OptionalLong.empty(), 20_000)).hasSize(12_001);
            model.add(HistoryModel.read(store, OptionalLong.empty(), 200));
            assertThat(names()).containsExactly("get-sum");
            assertThat(model.hasOlder()).isFalse();
        }
        try (TraceStore store = TraceStore.readOnly(folder, new Redactor())) {
            assertThat(store.calls(OptionalLong.empty(), 9)).hasSize(1);
        }
    }

    private List<String> names() {
        return model.shown().stream().map(TraceRow::name).toList();
    }

    private static TraceRow row(long sequence, String method, String name) {
        return row(sequence, method, name, "");
    }

    private static TraceRow row(long sequence, String method, String name, String summary) {
        return new TraceRow(
                sequence,
                SpanId.random(),
                TraceId.random(),
                null,
                SpanKind.REQUEST,
                method,
                name,
                "server-x",
                "server-x-1",
                Instant.EPOCH,
                SpanStatus.OK,
                Duration.ofMillis(1),
                1,
                1,
                summary);
    }
}
