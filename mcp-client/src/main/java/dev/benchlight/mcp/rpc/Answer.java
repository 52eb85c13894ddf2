package dev.benchlight.mcp.rpc;

import tools.jackson.databind.JsonNode;

/// What a question of the other side's comes to.
public sealed interface Answer {
    /// The user said no ("Sampling", "Error Handling").
    int REFUSED = -1;

    int METHOD_NOT_FOUND = -32601;
    int INVALID_PARAMS = -32602;
    int INTERNAL_ERROR = -32603;

    /// The result that was asked for.
    record Result(JsonNode json) implements Answer {}

    /// A JSON-RPC error.
    record Refused(int code, String message) implements Answer {}

    /// This is not offered to the other side at all.
    record Unsupported() implements Answer {}

    /// A refusal that a person, or whoever stands for one, decided on.
    static Answer refused(String message) {
        return new Refused(REFUSED, message);
    }
}
