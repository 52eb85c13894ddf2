package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.SpanNote;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// The JSON-RPC messages of a span, taken out of their frames.
record Messages(Body request, Body response) {
    static Messages of(TraceDetail detail) {
        Optional<Frame> request = noted(detail, SpanNote.Type.REQUEST_FRAME);
        Optional<Frame> response = noted(detail, SpanNote.Type.RESPONSE_FRAME);
        String id = request.map(Messages::text).map(Messages::id).orElse("");
        return new Messages(
                request.or(() -> unnoted(detail, response))
                        .map(f -> body(f, ""))
                        .orElse(Body.EMPTY),
                response.map(frame -> body(frame, id)).orElse(Body.EMPTY));
    }

    private static Optional<Frame> noted(TraceDetail detail, SpanNote.Type type) {
        return detail.notes().stream()
                .filter(note -> note.type() == type)
                .flatMap(note ->
                        detail.frames().stream()
                                .filter(frame -> Objects.equals(frame.id(), note.frame())))
                .reduce((_, last) -> last);
    }

    /// A message nobody noted, such as one that could not be read.
    private static Optional<Frame> unnoted(TraceDetail detail, Optional<Frame> response) {
        List<Frame> others =
                detail.frames().stream()
                        .filter(frame -> isMessage(frame.channel()))
                        .filter(frame -> !Optional.of(frame).equals(response))
                        .toList();
        return others.stream().findFirst();
    }

    private static boolean isMessage(Channel channel) {
        return switch (channel) {
            case STDIO, HTTP_REQUEST_BODY, HTTP_RESPONSE_BODY, SSE_EVENT -> true;
            case STDERR, HTTP_REQUEST_HEAD, HTTP_RESPONSE_HEAD -> false;
        };
    }

    private static String text(Frame frame) {
        return frame.channel() == Channel.SSE_EVENT ? data(frame.text()) : frame.text();
    }

    /// The data of a server-sent event.
    private static String data(String event) {
        return event.lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> line.substring(line.startsWith("data: ") ? 6 : 5))
                .collect(Collectors.joining("\n"));
    }

    private static String id(String message) {
        try {
            JsonDocument document = JsonDocument.parse(message);
            return id(document, document.root());
        } catch (JsonSyntaxException _) {
            return "";
        }
    }

    private static String id(JsonDocument document, JsonValue message) {
        return message instanceof JsonValue.Obj object
                ? object.member("id").map(id -> document.source(id.value())).orElse("")
                : "";
    }

    /// @param id of the answer to pick where the frame holds a batch, or an empty string
    private static Body body(Frame frame, String id) {
        String text = text(frame);
        try {
            JsonDocument document = JsonDocument.parse(text);
            JsonValue message = document.root();
            if (message instanceof JsonValue.Arr batch && !id.isEmpty()) {
                message =
                        batch.items().stream()
                                .filter(item -> id(document, item).equals(id))
                                .findFirst()
                                .orElse(batch);
            }
            return Body.of(PrettyJson.of(document, message), frame);
        } catch (JsonSyntaxException _) {
            return Body.of(text, frame);
        }
    }
}
