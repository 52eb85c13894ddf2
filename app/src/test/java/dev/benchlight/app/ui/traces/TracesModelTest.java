package dev.benchlight.app.ui.traces;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(model.heldCount()).isEqualTo(5);
    }

    @Test
    void aFilterThatFindsNothingSaysHowManyRowsItLookedAt() {
        assertThat(model.whyEmpty()).startsWith("No rows.");
        model.prepend(rows(501, 1_000), 500);
        model.filter(RowFilter.ALL.withText("name:get-sum"));
        assertThat(model.whyEmpty())
                .isEqualTo(
                        "None of the newest 500 rows matches."
                                + " All are searched by: benchlight traces search TEXT");

        model.prepend(rows(1, 499), 500);
        assertThat(model.whyEmpty()).isEqualTo("None of 999 rows matches.");
        model.clear();
        assertThat(model.whyEmpty()).startsWith("No rows.");
    }

    @Test
    void theOldestRowsGoWhereThereAreTooMany() {
        model.prepend(List.of(), 500);
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
        model.prepend(List.of(running(10), running(8), running(7)), 3);

        assertThat(sequences()).containsExactly(7L, 8L, 9L, 10L, 11L);
        assertThat(model.shown().get(3).status()).isEqualTo(SpanStatus.OK);
        assertThat(model.first()).hasValue(7);
        assertThat(model.hasEarlier()).isTrue();
        model.prepend(rows(6, 6), 3);
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
