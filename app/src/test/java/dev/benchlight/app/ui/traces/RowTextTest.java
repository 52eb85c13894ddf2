package dev.benchlight.app.ui.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;

class RowTextTest {
    @ParameterizedTest
    @CsvSource({
        "4_200, 0.00 ms",
        "420_000, 0.42 ms",
        "9_994_000, 9.99 ms",
        "9_996_000, 10.0 ms",
        "41_700_000, 41.7 ms",
        "684_000_000, 684 ms",
        "999_600_000, 1.00 s",
        "12_340_000_000, 12.3 s",
        "99_960_000_000, 1 min 40 s",
        "245_000_000_000, 4 min 05 s",
    })
    void durationsHaveThreeDigitsThatMeanSomething(String nanos, String text) {
        long count = Long.parseLong(nanos.replace("_", ""));
        assertThat(RowText.duration(Duration.ofNanos(count))).isEqualTo(text);
    }

    @Test
    void sizesAndWhatIsNotThere() {
        assertThat(RowText.duration(null)).isEmpty();
        assertThat(RowText.size(0)).isEmpty();
        assertThat(RowText.size(1_023)).isEqualTo("1023 B");
        assertThat(RowText.size(1_536)).isEqualTo("1.5 KB");
        assertThat(RowText.size(5 << 20)).isEqualTo("5.0 MB");
    }

    @Test
    void onlyWhatRunsIsShownAsRunning() {
        TraceRow done = row("get-sum", "everything", SpanStatus.OK);
        assertThat(RowText.latency(done)).isEqualTo("2.50 ms");
        assertThat(RowText.latency(running(null))).isEqualTo("…");
        assertThat(RowText.latency(running(SpanStatus.INTERRUPTED))).isEqualTo("–");
    }

    @Test
    void aServersTextStaysOnOneLineAndHidesNothing() {
        assertThat(RowText.line("a\r\nb\tc\u001b[1m\u202ed")).isEqualTo("a b c�[1m�d");
    }

    @Test
    void aRowIsCopiedFieldByField() {
        assertThat(RowText.copied(row("get\tsum", "everything", SpanStatus.TOOL_ERROR)).split("\t"))
                .hasSize(10)
                .contains("request", "get sum", "everything", "tool error", "2.50 ms", "1.0 KB");
    }

    @Test
    void aFilterLooksInAllColumnsOrInTheOneThatIsNamed() {
        TraceRow row = row("get-sum", "everything", SpanStatus.TIMED_OUT);

        assertThat(passes(row, "SUM every timed")).isTrue();
        assertThat(passes(row, "sum nothing")).isFalse();
        assertThat(passes(row, "server:every status:timed kind:request method:tools/call"))
                .isTrue();
        assertThat(passes(row, "server:sum")).isFalse();
        assertThat(passes(row, "status:ok")).isFalse();
        assertThat(passes(row, "name: summary:result")).isTrue();
        assertThat(passes(row, "demo://x")).isFalse();
    }

    @Test
    void anAnswerThatCameAfterTheCallWasCancelledIsNoFault() {
        TraceRow late = row(SpanKind.VIOLATION, "", "everything", SpanStatus.OK);

        assertThat(RowText.copied(late)).contains("stray message", "ignored").doesNotContain("OK");
        assertThat(Cells.tone(late)).isEqualTo("trace-muted");
        assertThat(RowFilter.isProblem(late)).isFalse();
        TraceRow broken = row(SpanKind.VIOLATION, "", "everything", SpanStatus.PROTOCOL_VIOLATION);
        assertThat(RowText.copied(broken)).contains("\tviolation\t", "protocol violation");
        assertThat(RowFilter.isProblem(broken)).isTrue();
    }

    private static boolean passes(TraceRow row, String text) {
        return RowFilter.ALL.withText(text).search().fits(row);
    }

    private static TraceRow row(String name, String server, SpanStatus status) {
        return row(SpanKind.REQUEST, name, server, status);
    }

    private static TraceRow row(SpanKind kind, String name, String server, SpanStatus status) {
        return row(kind, name, server, status, Duration.ofNanos(2_500_000));
    }

    private static TraceRow running(@Nullable SpanStatus status) {
        return row(SpanKind.REQUEST, "get-sum", "everything", status, null);
    }

    private static TraceRow row(
            SpanKind kind,
            String name,
            String server,
            @Nullable SpanStatus status,
            @Nullable Duration duration) {
        return new TraceRow(
                1,
                SpanId.random(),
                TraceId.random(),
                null,
                kind,
                "tools/call",
                name,
                server,
                server + "-1",
                Instant.EPOCH,
                status,
                duration,
                1_024,
                0,
                "a result");
    }
}
