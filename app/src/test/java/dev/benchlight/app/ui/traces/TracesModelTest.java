package dev.benchlight.app.ui.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.traces.RowSearch;
import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;

import javafx.collections.ListChangeListener;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

class TracesModelTest {
    private final TracesModel model = new TracesModel();

    @Test
    void aBatchAddsAndReplacesRowsInOneChange() {
        model.merge(rows(1, 3));
        AtomicInteger changes = new AtomicInteger();
        model.shown().addListener((ListChangeListener<TraceRow>) _ -> changes.incrementAndGet());

        model.merge(List.of(row(2, SpanKind.REQUEST, SpanStatus.TOOL_ERROR), running(4)));

        assertThat(changes).hasValue(1);
        assertThat(sequences()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(model.shown().get(1).status()).isEqualTo(SpanStatus.TOOL_ERROR);
        assertThat(model.longest().get()).isEqualTo(3_000_000);
    }

    @Test
    void filterLooksForEveryWordAndFollowsChangesOfARow() {
        model.merge(List.of(running(1), row(2, SpanKind.SERVER_NOTIFICATION, SpanStatus.OK)));
        model.filter(RowFilter.ALL.withText("TOOLS  running"));
        assertThat(sequences()).containsExactly(1L);

        model.merge(rows(1, 1));
        assertThat(sequences()).isEmpty();

        model.filter(RowFilter.ALL.withNotifications(false));
        assertThat(sequences()).containsExactly(1L);
        model.filter(RowFilter.ALL.withProblemsOnly(true));
        model.merge(
                List.of(
                        row(3, SpanKind.REQUEST, SpanStatus.CANCELLED),
                        row(4, SpanKind.REQUEST, SpanStatus.TIMED_OUT),
                        row(5, SpanKind.VIOLATION, SpanStatus.PROTOCOL_VIOLATION)));
        assertThat(sequences()).containsExactly(4L, 5L);
        model.filter(RowFilter.ALL);
        assertThat(sequences()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aFilterShowsWhatIsHeldAndThenWhatTheStoreFinds() {
        assertThat(model.whyEmpty(false)).startsWith("No rows.");
        model.prepend(found(rows(501, 1_000), 501));
        model.filter(RowFilter.ALL.withText("running"));
        assertThat(model.wantsRows()).isTrue();
        assertThat(model.whyEmpty(true)).isEqualTo("Searching all rows…");

        model.prepend(found(List.of(running(70)), 60));
        assertThat(model.count(true)).isEqualTo("Searching… 1");
        model.merge(List.of(running(1_001)));
        assertThat(sequences()).containsExactly(70L, 1_001L);
        assertThat(model.count(false)).isEqualTo("Newest 2 that match");
        assertThat(model.first()).hasValue(60);

        model.prepend(new RowSearch.Found(List.of(running(3)), OptionalLong.empty()));
        assertThat(model.count(false)).isEqualTo("3 rows match");
        assertThat(model.hasEarlier()).isFalse();
        model.merge(rows(70, 70));
        assertThat(sequences()).containsExactly(3L, 1_001L);

        model.filter(RowFilter.ALL);
        assertThat(model.shown()).hasSize(501);
        assertThat(model.first()).hasValue(501);
        assertThat(model.wantsRows()).isFalse();
    }

    @Test
    void aFilterThatFindsNothingSaysSo() {
        model.merge(rows(1, 3));
        model.filter(RowFilter.ALL.withText("name:get-sum"));
        model.prepend(new RowSearch.Found(List.of(), OptionalLong.empty()));
        assertThat(model.whyEmpty(false)).isEqualTo("No row matches.");
        assertThat(model.count(false)).isEqualTo("0 rows match");
    }

    @Test
    void theOldestRowsGoWhereThereAreTooMany() {
        model.prepend(new RowSearch.Found(List.of(), OptionalLong.empty()));
        model.merge(rows(1, TracesModel.HELD));
        assertThat(model.hasEarlier()).isFalse();
        model.merge(rows(TracesModel.HELD + 1L, TracesModel.HELD + 5L));

        assertThat(model.shown()).hasSize(TracesModel.HELD);
        assertThat(model.shown().getFirst().sequence()).isEqualTo(6);
        model.merge(rows(2, 2));
        assertThat(model.shown().getFirst().sequence()).isEqualTo(6);
    }

    @Test
    void historyComesBeforeWhatIsHereAndDoesNotUndoIt() {
        model.merge(rows(9, 11));
        model.prepend(found(List.of(running(10), running(8), running(7)), 7));

        assertThat(sequences()).containsExactly(7L, 8L, 9L, 10L, 11L);
        assertThat(model.shown().get(3).status()).isEqualTo(SpanStatus.OK);
        assertThat(model.first()).hasValue(7);
        assertThat(model.hasEarlier()).isTrue();
        model.prepend(new RowSearch.Found(rows(6, 6), OptionalLong.empty()));
        assertThat(model.hasEarlier()).isFalse();
    }

    @Test
    void whatComesWhileNotFollowingIsCounted() {
        model.merge(rows(1, 3));
        assertThat(model.unseen().get()).isZero();
        model.following(false);
        model.filter(RowFilter.ALL.withText("tools"));
        model.merge(List.of(running(4), row(5, SpanKind.VIOLATION, null), running(3)));
        assertThat(model.unseen().get()).isEqualTo(2);
        model.following(true);
        assertThat(model.unseen().get()).isZero();
    }

    @Test
    void aClearedViewForgetsTheRowsButCanHaveThemAgain() {
        model.merge(rows(1, 3));
        model.clear();
        model.merge(List.of(running(2), running(4)));
        assertThat(sequences()).containsExactly(4L);
        assertThat(model.first()).hasValue(4);
        assertThat(model.hasEarlier()).isTrue();
    }

    private List<Long> sequences() {
        return model.shown().stream().map(TraceRow::sequence).toList();
    }

    private static RowSearch.Found found(List<TraceRow> rows, long next) {
        return new RowSearch.Found(rows, OptionalLong.of(next));
    }

    private static List<TraceRow> rows(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(i -> row(i, SpanKind.REQUEST, SpanStatus.OK))
                .toList();
    }

    private static TraceRow running(long sequence) {
        return row(sequence, SpanKind.REQUEST, null);
    }

    private static TraceRow row(long sequence, SpanKind kind, @Nullable SpanStatus status) {
        return new TraceRow(
                sequence,
                new SpanId("%016x".formatted(sequence)),
                TraceId.random(),
                null,
                kind,
                "tools/call",
                "echo",
                "everything",
                "everything-1",
                Instant.EPOCH,
                status,
                status == null ? null : Duration.ofMillis(sequence % 1000),
                10,
                20,
                "");
    }
}
