package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.trace.Frame;

import java.util.Optional;

/// The JSON-RPC messages of a span, taken out of their frames.
record Messages(Body request, Body response) {
    static Messages of(TraceDetail detail) {
        Optional<Frame> request = detail.request();
        Optional<Frame> response = detail.response();
        String id = request.map(TraceDetail::message).map(Messages::id).orElse("");
        return new Messages(
                request.map(frame -> body(frame, "")).orElse(Body.EMPTY),
                response.map(frame -> body(frame, id)).orElse(Body.EMPTY));
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
        String text = TraceDetail.message(frame);
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
            return Body.json(PrettyJson.of(document, message), Body.truncation(frame));
        } catch (JsonSyntaxException _) {
            return Body.text(text, Body.truncation(frame));
        }
    }
}
