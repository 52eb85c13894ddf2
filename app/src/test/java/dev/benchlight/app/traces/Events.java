package dev.benchlight.app.traces;

import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Direction;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;
import dev.benchlight.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/// Records calls as the engine would.
public final class Events {
    private final TraceRecorder recorder;
    private long frames;

    public Events(TraceRecorder recorder) {
        this.recorder = recorder;
    }

    public SpanId start(String method, String name) {
        return start(SpanKind.REQUEST, method, name);
    }

    private SpanId start(SpanKind kind, String method, String name) {
        SpanId id = SpanId.random();
        recorder.record(
                new SpanStarted(
                        id,
                        TraceId.random(),
                        null,
                        kind,
                        method,
                        name,
                        "everything",
                        "everything-1",
                        Moment.now()));
        return id;
    }

    public void request(SpanId span, String json) {
        FrameId id = frame(span, Direction.SENT, Channel.STDIO, json);
        note(span, SpanNote.Type.REQUEST_FRAME, id);
    }

    /// A response, of which only a note says whose it is.
    public void response(SpanId span, String json) {
        FrameId id = new FrameId("everything-1", ++frames);
        recorder.record(frame(id, null, Direction.RECEIVED, Channel.STDIO, json));
        note(span, SpanNote.Type.RESPONSE_FRAME, id);
    }

    public void stderr(String line) {
        recorder.record(
                frame(
                        new FrameId("everything-1", ++frames),
                        null,
                        Direction.RECEIVED,
                        Channel.STDERR,
                        line));
    }

    public void timing(SpanId span, String text, String data) {
        recorder.record(new SpanNote(span, SpanNote.Type.TIMING, text, data, null, Moment.now()));
    }

    public void end(SpanId span, SpanStatus status, String summary) {
        recorder.record(new SpanEnded(span, status, summary, 60, 80, Moment.now()));
    }

    /// A notification of the server's.
    public void notification(String method, String json) {
        notification(method, json, () -> {});
    }

    /// @param read is run after the frame was recorded and before anything else is
    public SpanId notification(String method, String json, Runnable read) {
        FrameId frame = new FrameId("everything-1", ++frames);
        recorder.record(frame(frame, null, Direction.RECEIVED, Channel.STDIO, json));
        read.run();
        SpanId span = start(SpanKind.SERVER_NOTIFICATION, method, "");
        note(span, SpanNote.Type.REQUEST_FRAME, frame);
        end(span, SpanStatus.OK, json);
        return span;
    }

    public SpanId call(String name, String request, String response) {
        SpanId span = start("tools/call", name);
        request(span, request);
        response(span, response);
        end(span, SpanStatus.OK, "1 text");
        return span;
    }

    /// A frame of no span.
    public static Frame frame(int number, byte[] bytes) {
        return new Frame(
                new FrameId("everything-1", number),
                null,
                "everything",
                Direction.RECEIVED,
                Channel.STDIO,
                bytes,
                bytes.length,
                0,
                Moment.now());
    }

    private FrameId frame(SpanId span, Direction direction, Channel channel, String text) {
        FrameId id = new FrameId("everything-1", ++frames);
        recorder.record(frame(id, span, direction, channel, text));
        return id;
    }

    private void note(SpanId span, SpanNote.Type type, FrameId frame) {
        recorder.record(new SpanNote(span, type, "", null, frame, Moment.now()));
    }

    private static Frame frame(
            FrameId id, @Nullable SpanId span, Direction direction, Channel channel, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Frame(
                id,
                span,
                "everything",
                direction,
                channel,
                bytes,
                bytes.length,
                id.sequence() * 100,
                Moment.now());
    }
}
