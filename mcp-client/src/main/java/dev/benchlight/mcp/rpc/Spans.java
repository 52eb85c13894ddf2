package dev.benchlight.mcp.rpc;

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

/// Writes the spans of one connection. Thread-safe.
///
/// @param where the server's name as the user knows it
/// @param connection as in [dev.benchlight.mcp.wire.Wire#connection()]
public record Spans(TraceRecorder recorder, String where, String connection) {

    /// Starts a span at the root of a new trace, or below `parent` in `trace`.
    public SpanId start(
            TraceId trace, @Nullable SpanId parent, SpanKind kind, String method, String name) {
        return start(trace, parent, kind, method, name, Moment.now());
    }

    SpanId start(
            TraceId trace,
            @Nullable SpanId parent,
            SpanKind kind,
            String method,
            String name,
            Moment at) {
        SpanId id = SpanId.random();
        recorder.record(
                new SpanStarted(id, trace, parent, kind, method, name, where, connection, at));
        return id;
    }

    public void note(
            SpanId span,
            SpanNote.Type type,
            String text,
            @Nullable String data,
            @Nullable FrameId frame) {
        recorder.record(new SpanNote(span, type, text, data, frame, Moment.now()));
    }

    /// @return when it ended
    public Moment end(SpanId span, SpanStatus status, String summary, long sent, long received) {
        Moment at = Moment.now();
        recorder.record(new SpanEnded(span, status, summary, sent, received, at));
        return at;
    }

    /// Something on the wire that belongs to no exchange: a span that is over at once.
    void violation(String method, String text, @Nullable FrameId frame, long received) {
        SpanId span = start(TraceId.random(), null, SpanKind.VIOLATION, method, "");
        if (frame != null) {
            note(span, SpanNote.Type.REQUEST_FRAME, "", null, frame);
        }
        end(span, SpanStatus.PROTOCOL_VIOLATION, text, 0, received);
    }
}
