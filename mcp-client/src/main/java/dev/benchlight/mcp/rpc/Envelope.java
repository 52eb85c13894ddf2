package dev.benchlight.mcp.rpc;

import dev.benchlight.trace.SpanContext;

import tools.jackson.databind.JsonNode;

import java.util.Map;

/// What the revision adds to each request, and asks of both sides besides. Immutable.
public interface Envelope {
    /// That of revisions with a handshake.
    Envelope PLAIN = new Envelope() {};

    /// Members for `_meta`; where the request has one of its own, that counts.
    ///
    /// @param span that of the request
    default Map<String, JsonNode> meta(SpanContext span) {
        return Map.of();
    }

    /// Headers for HTTP.
    default Map<String, String> headers(RpcRequest<?> request) {
        return Map.of();
    }

    /// Whether the other side is told by a message that a call was given up; else the end of the
    /// exchange tells it.
    default boolean tellsCancel() {
        return true;
    }

    /// Whether the other side may send requests.
    default boolean takesRequests() {
        return true;
    }
}
