package dev.benchlight.mcp.rpc;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

/// Text for people.
final class Text {
    private Text() {}

    /// Cut to a readable length.
    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }

    /// What a JSON value is, such as `an array`; `nothing` if it is missing.
    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
            default -> "nothing";
        };
    }

    /// Such as `60 s` or `0.5 s`.
    static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis / 1_000.0 + " s";
    }
}
