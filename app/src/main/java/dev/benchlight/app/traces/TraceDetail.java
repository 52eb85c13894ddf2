package dev.benchlight.app.traces;

import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Direction;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.SpanNote;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Everything stored of one span; of a flood, no more than the first 2,000 frames and notes besides
/// the request and the answer.
///
/// @param frames of this span, in the order they went over the wire; the request's first
/// @param stderr lines the server wrote to standard error from one second before its start to one
///   second after its end
/// @param children spans whose parent it is
public record TraceDetail(
        TraceRow row,
        List<Frame> frames,
        List<SpanNote> notes,
        List<Frame> stderr,
        List<TraceRow> children) {

    /// The frame with the message that began the span.
    public Optional<Frame> request() {
        Direction direction = theirs() ? Direction.RECEIVED : Direction.SENT;
        return noted(SpanNote.Type.REQUEST_FRAME)
                .or(() ->
                        frames.stream()
                                .filter(frame -> frame.direction() == direction)
                                .filter(frame -> isMessage(frame.channel()))
                                .findFirst());
    }

    /// The frame with the message that answered it; of HTTP also a body that is no message.
    public Optional<Frame> response() {
        return noted(SpanNote.Type.RESPONSE_FRAME)
                .or(() ->
                        frames.stream()
                                .filter(f -> f.channel() == Channel.HTTP_RESPONSE_BODY)
                                .reduce((_, last) -> last));
    }

    private boolean theirs() {
        return switch (row.kind()) {
            case SERVER_REQUEST, SERVER_NOTIFICATION, VIOLATION -> true;
            case CONNECT, REQUEST, NOTIFICATION, AUTHORIZATION -> false;
        };
    }

    private Optional<Frame> noted(SpanNote.Type type) {
        return notes.stream()
                .filter(note -> note.type() == type)
                .flatMap(note -> frames.stream().filter(f -> Objects.equals(f.id(), note.frame())))
                .reduce((_, last) -> last);
    }

    private static boolean isMessage(Channel channel) {
        return switch (channel) {
            case STDIO, HTTP_REQUEST_BODY, HTTP_RESPONSE_BODY, SSE_EVENT -> true;
            case STDERR, HTTP_REQUEST_HEAD, HTTP_RESPONSE_HEAD -> false;
        };
    }

    /// The text of a frame, without what frames it as a server-sent event.
    public static String message(Frame frame) {
        if (frame.channel() != Channel.SSE_EVENT) {
            return frame.text();
        }
        return frame.text()
                .lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring(line.startsWith("data: ") ? 6 : 5))
                .collect(Collectors.joining("\n"));
    }
}
