package dev.benchlight.app.ui.result;

import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Direction;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanNote;

import java.util.Objects;
import java.util.Optional;

/// Answers as they stand in the trace store. Thread-safe; blocks.
public record TraceRaw(TraceStore store) implements RawSource {
    @Override
    public Optional<byte[]> response(SpanId span) {
        store.flush();
        return store.find(span.value()).flatMap(TraceRaw::answer);
    }

    private static Optional<byte[]> answer(TraceDetail detail) {
        Optional<Frame> noted =
                detail.notes().stream()
                        .filter(note -> note.type() == SpanNote.Type.RESPONSE_FRAME)
                        .flatMap(note ->
                                detail.frames().stream()
                                        .filter(f -> Objects.equals(f.id(), note.frame())))
                        .reduce((_, last) -> last);
        return noted.or(() -> detail.frames().stream().filter(TraceRaw::body).reduce((_, l) -> l))
                .filter(frame -> !frame.truncated())
                .map(Frame::bytes);
    }

    private static boolean body(Frame frame) {
        return frame.direction() == Direction.RECEIVED
                && frame.channel() != Channel.HTTP_RESPONSE_HEAD
                && frame.channel() != Channel.STDERR;
    }
}
