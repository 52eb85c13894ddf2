package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a `sampling/createMessage` must keep to ("Sampling", "Message Content Constraints").
final class SamplingRules {
    private static final String RESULT = "tool_result";

    private SamplingRules() {}

    /// What is wrong with it, if anything is.
    ///
    /// @param declared the capability `sampling` as the client declared it
    static Optional<String> broken(JsonNode params, JsonNode declared) {
        if (!params.path("messages").isArray()) {
            return Optional.of("messages is not an array");
        }
        boolean tools = params.has("tools") || params.has("toolChoice");
        return tools && !declared.has("tools")
                ? Optional.of("this client does not offer sampling with tools")
                : messages(params.path("messages"));
    }

    private static Optional<String> messages(JsonNode messages) {
        Set<String> open = new HashSet<>();
        for (JsonNode message : messages) {
            JsonNode content = message.path("content");
            Set<String> used = ids(content, "tool_use", "id");
            Set<String> answered = ids(content, RESULT, "toolUseId");
            if (!answered.isEmpty() && count(content, RESULT) != blocks(content)) {
                return Optional.of("tool results are mixed with other content");
            }
            if (!answered.containsAll(open)) {
                return Optional.of("a tool result is missing");
            }
            open = used;
        }
        return open.isEmpty() ? Optional.empty() : Optional.of("a tool result is missing");
    }

    private static Set<String> ids(JsonNode content, String type, String id) {
        Set<String> ids = new HashSet<>();
        each(content)
                .filter(block -> block.path("type").asString("").equals(type))
                .forEach(block -> ids.add(block.path(id).asString("")));
        return ids;
    }

    private static long count(JsonNode content, String type) {
        return each(content).filter(block -> block.path("type").asString("").equals(type)).count();
    }

    private static long blocks(JsonNode content) {
        return each(content).count();
    }

    /// One block may stand without an array around it.
    private static Stream<JsonNode> each(JsonNode content) {
        return content.isArray() ? content.valueStream() : Stream.of(content);
    }
}
