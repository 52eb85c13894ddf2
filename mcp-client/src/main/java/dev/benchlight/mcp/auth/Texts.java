package dev.benchlight.mcp.auth;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// The texts of a JSON array; what is none is left out.
final class Texts {
    private Texts() {}

    static List<String> of(@Nullable JsonNode array) {
        return array == null
                ? List.of()
                : array.valueStream().filter(JsonNode::isString).map(JsonNode::asString).toList();
    }
}
