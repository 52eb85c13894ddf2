package dev.benchlight.app.ui.tabs;

import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.app.ui.result.Request;
import dev.benchlight.mcp.RequestMeta;
import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.trace.Direction;
import dev.benchlight.trace.Frame;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/// A request of ours as a trace row keeps it.
///
/// @param text the whole message
record RecordedRequest(String text, Request request) {
    /// @return empty where there is none, or it was cut
    static Optional<RecordedRequest> of(TraceDetail detail) {
        return detail.request()
                .filter(frame -> frame.direction() == Direction.SENT)
                .filter(frame -> !frame.truncated())
                .map(Frame::text)
                .flatMap(RecordedRequest::parsed);
    }

    private static Optional<RecordedRequest> parsed(String text) {
        try {
            JsonNode json = JsonDocument.parse(text).wireTree();
            String method = json.path("method").asString("");
            if (method.isEmpty() || !json.has("id")) {
                return Optional.empty();
            }
            return Optional.of(
                    new RecordedRequest(
                            text, new Request(method, withoutOurs(json.path("params")))));
        } catch (JsonSyntaxException _) {
            return Optional.empty();
        }
    }

    /// What the engine says in `_meta` of each request, it says anew.
    private static JsonNode withoutOurs(JsonNode params) {
        JsonNode copy = params.deepCopy();
        if (copy instanceof ObjectNode object
                && object.path("_meta") instanceof ObjectNode meta
                && !meta.isEmpty()) {
            meta.remove(RequestMeta.KEYS);
            if (meta.isEmpty()) {
                object.remove("_meta");
            }
        }
        return copy;
    }

    /// Whether asterisks seem to stand for what the trace store keeps out.
    boolean hidesSecret() {
        return text.contains("********");
    }

    boolean canBeSentAgain() {
        return !request.method().equals("initialize");
    }
}
