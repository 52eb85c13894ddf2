package dev.benchlight.mcp.rpc;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/// What one JSON value on the wire turned out to be.
sealed interface Message {
    /// A request of the server's.
    record Request(JsonNode id, String method, JsonNode params) implements Message {}

    record Notification(String method, JsonNode params) implements Message {}

    record Result(JsonNode id, JsonNode result) implements Message {}

    /// A JSON-RPC error.
    ///
    /// @param id missing or null where the server could not tell, which is allowed
    record Failure(JsonNode id, int code, String message, @Nullable JsonNode data)
            implements Message {}

    /// Against JSON-RPC or MCP.
    ///
    /// @param id what stands in `id`, or a missing node
    /// @param answers whether it seems to be meant as a response
    record Violation(JsonNode id, boolean answers, String code, String text) implements Message {}
}
