package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Frame;

import java.util.List;
import java.util.stream.Collectors;

/// All that the Inspector shows of a span. Immutable.
record Inspected(
        TraceDetail detail,
        Overview overview,
        Body request,
        Body response,
        Body headers,
        List<FrameLine> frames,
        Body stderr,
        Phases phases) {

    static Inspected of(TraceDetail detail) {
        SpanClock clock = SpanClock.of(detail);
        Messages messages = Messages.of(detail);
        return new Inspected(
                detail,
                Overview.of(detail),
                messages.request(),
                messages.response(),
                Body.text(headers(detail), ""),
                detail.frames().stream()
                        .map(frame -> new FrameLine(frame, clock.label(frame.at())))
                        .toList(),
                Body.text(stderr(detail, clock), ""),
                Phases.of(detail));
    }

    /// Whether a tab has something to show.
    boolean has(String tab) {
        return switch (tab) {
            case "Request" -> !request.isEmpty();
            case "Response" -> !response.isEmpty();
            case "HTTP" -> !headers.isEmpty() || !phases.phases().isEmpty();
            case "Frames" -> !frames.isEmpty();
            case "stderr" -> !stderr.isEmpty();
            default -> true;
        };
    }

    private static String headers(TraceDetail detail) {
        return detail.frames().stream()
                .filter(frame ->
                        frame.channel() == Channel.HTTP_REQUEST_HEAD
                                || frame.channel() == Channel.HTTP_RESPONSE_HEAD)
                .map(Inspected::line)
                .collect(Collectors.joining("\n\n"));
    }

    private static String stderr(TraceDetail detail, SpanClock clock) {
        return detail.stderr().stream()
                .map(frame -> "%10s  %s".formatted(clock.label(frame.at()), line(frame)))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Frame frame) {
        String missing = Body.truncation(frame);
        String text = frame.text().stripTrailing();
        if (missing.isEmpty()) {
            return text;
        }
        return (text.isEmpty() ? "[" : text + " [") + missing + "]";
    }
}
