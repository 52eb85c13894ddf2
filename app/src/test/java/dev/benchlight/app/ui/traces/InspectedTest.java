package dev.benchlight.app.ui.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Direction;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class InspectedTest {
    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    private final SpanId span = SpanId.random();
    private final List<Frame> frames = new ArrayList<>();
    private final List<SpanNote> notes = new ArrayList<>();

    @Test
    void messagesAreLaidOutAsTheyWereWritten() {
        request(
                "{\"id\":7,\"params\":{\"n\":1.0,\"big\":1e400,\"s\":\"\\u00e9\",\"e\":{},\"l\":[]}}");

        assertThat(inspected().request().text())
                .isEqualTo(
                        """
                        {
                          "id": 7,
                          "params": {
                            "n": 1.0,
                            "big": 1e400,
                            "s": "\\u00e9",
                            "e": {},
                            "l": []
                          }
                        }\
                        """);
        assertThat(inspected().has("Request")).isTrue();
        assertThat(inspected().has("Response")).isFalse();
        assertThat(inspected().has("HTTP")).isFalse();
        assertThat(inspected().has("Overview")).isTrue();
    }

    @Test
    void anAnswerIsTakenOutOfItsEventAndItsBatch() {
        request("{\"id\":7}");
        response(Channel.SSE_EVENT, "id: 3\ndata: [{\"id\":6},\ndata: {\"id\":7,\"result\":1}]\n");

        assertThat(inspected().response().text()).isEqualTo("{\n  \"id\": 7,\n  \"result\": 1\n}");
    }

    @Test
    void whatIsNotJsonIsShownAsItCame() {
        request("{\"id\":7}");
        frame(Direction.RECEIVED, Channel.HTTP_RESPONSE_BODY, "<html>Corporate SSO", 2);

        assertThat(inspected().response()).isEqualTo(Body.text("<html>Corporate SSO", ""));
    }

    @Test
    void whatIsMissingIsSaid() {
        Frame cut =
                new Frame(
                        new FrameId("c", 9),
                        span,
                        "demo",
                        Direction.SENT,
                        Channel.STDIO,
                        "{\"a".getBytes(StandardCharsets.UTF_8),
                        5_000,
                        0,
                        at(0));
        frames.add(cut);

        assertThat(inspected().request().remark()).isEqualTo("Kept: the first 3 B of 4.9 KB.");
        assertThat(Body.of(cut).remark()).isEqualTo("Kept: the first 3 B of 4.9 KB.");
    }

    @Test
    void bytesThatWereGivenUpAreSaidToBeAndNotSentAgain() {
        Frame gone =
                new Frame(
                        new FrameId("c", 9),
                        span,
                        "demo",
                        Direction.SENT,
                        Channel.STDIO,
                        new byte[0],
                        5_000,
                        0,
                        at(0));
        frames.add(gone);

        assertThat(inspected().request().remark()).contains("4.9 KB were given up");
        assertThat(inspected().has("Request")).isTrue();
        assertThat(Recorded.obstacle(inspected().detail())).contains("given up");
        assertThat(Recorded.request(inspected().detail())).isEmpty();
    }

    @Test
    void framesTellWhenTheyPassedWhateverTheWallClockDid() {
        frame(Direction.SENT, Channel.STDIO, "{}", 1);
        Moment jumped = new Moment(START.minusSeconds(3_600), at(0).nanos() + 42_000_000);
        frame(Direction.RECEIVED, Channel.STDIO, "{}", jumped);

        assertThat(inspected().frames())
                .extracting(FrameLine::arrow, FrameLine::since)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("→", "+1 ms"),
                        org.assertj.core.groups.Tuple.tuple("←", "+42 ms"));
    }

    @Test
    void headsOfEveryExchangeAreHeaders() {
        frame(Direction.SENT, Channel.HTTP_REQUEST_HEAD, "POST http://x/mcp\nAccept: */*\n", 1);
        frame(Direction.RECEIVED, Channel.HTTP_RESPONSE_HEAD, "HTTP/1.1 202\nA: b\n", 2);

        assertThat(inspected().headers().text())
                .isEqualTo("POST http://x/mcp\nAccept: */*\n\nHTTP/1.1 202\nA: b");
        assertThat(inspected().request().isEmpty()).isTrue();
    }

    @Test
    void phasesFollowEachOtherUpToTheEndOfTheSpan() {
        note(
                SpanNote.Type.TIMING,
                "connect 2 ms",
                "{\"dnsMs\":1.0,\"connectMs\":2.0,\"firstByteMs\":8.0,\"reused\":false}",
                10);

        Phases phases = inspected().phases();
        assertThat(phases.phases())
                .containsExactly(
                        new Phases.Phase("DNS", 2, 1),
                        new Phases.Phase("Connect", 3, 2),
                        new Phases.Phase("Waiting", 5, 5),
                        new Phases.Phase("Receiving", 10, 40));
        assertThat(phases.total()).isEqualTo(50);
    }

    @Test
    void theOverviewHoldsStepsWarningsAndFailures() {
        note(SpanNote.Type.STEP, "initialize: failed: no answer", null, 3);
        note(SpanNote.Type.WARNING, "late\u0007", null, 4);

        Overview overview = inspected().overview();
        assertThat(overview.sentence()).isEqualTo("1 text");
        assertThat(overview.sections())
                .extracting(Overview.Section::title)
                .containsExactly("Span", "Connect steps", "Warnings", "Identifiers");
        assertThat(overview.sections().get(1).facts().getFirst())
                .isEqualTo(new Overview.Fact("+3 ms", "initialize: failed: no answer", "bad"));
        assertThat(overview.sections().get(2).facts().getFirst().text()).isEqualTo("late⟦U+0007⟧");
    }

    private void request(String json) {
        Frame frame = frame(Direction.SENT, Channel.STDIO, json, 1);
        notes.add(new SpanNote(span, SpanNote.Type.REQUEST_FRAME, "", null, frame.id(), at(1)));
    }

    private void response(Channel channel, String text) {
        Frame frame = frame(Direction.RECEIVED, channel, text, 2);
        notes.add(new SpanNote(span, SpanNote.Type.RESPONSE_FRAME, "", null, frame.id(), at(2)));
    }

    private void note(SpanNote.Type type, String text, @Nullable String data, long millis) {
        notes.add(new SpanNote(span, type, text, data, null, at(millis)));
    }

    private Frame frame(Direction direction, Channel channel, String text, long millis) {
        return frame(direction, channel, text, at(millis));
    }

    private Frame frame(Direction direction, Channel channel, String text, Moment at) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        FrameId id = new FrameId("c", frames.size() + 1);
        Frame frame = new Frame(id, span, "demo", direction, channel, bytes, bytes.length, 0, at);
        frames.add(frame);
        return frame;
    }

    private static Moment at(long millis) {
        return new Moment(START.plusMillis(millis), 5_000_000_000L + millis * 1_000_000);
    }

    private Inspected inspected() {
        TraceRow row =
                new TraceRow(
                        1,
                        span,
                        TraceId.random(),
                        null,
                        SpanKind.REQUEST,
                        "tools/call",
                        "echo",
                        "demo",
                        "c",
                        START,
                        SpanStatus.OK,
                        Duration.ofMillis(50),
                        10,
                        20,
                        "1 text");
        return Inspected.of(new TraceDetail(row, frames, notes, List.of(), List.of()));
    }
}
