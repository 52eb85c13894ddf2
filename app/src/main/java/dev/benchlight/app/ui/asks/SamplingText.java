package dev.benchlight.app.ui.asks;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A `sampling/createMessage` in words ("Sampling", "Data Types").
final class SamplingText {
    private static final int MOST_MESSAGES = 200;

    private SamplingText() {}

    /// System prompt and messages, one after the other.
    static String conversation(JsonNode params) {
        List<String> parts = new ArrayList<>();
        params.path("systemPrompt").stringValueOpt().ifPresent(s -> parts.add("system: " + s));
        JsonNode messages = params.path("messages");
        messages.valueStream()
                .limit(MOST_MESSAGES)
                .forEach(m ->
                        parts.add(
                                m.path("role").asString("?") + ": " + content(m.path("content"))));
        if (messages.size() > MOST_MESSAGES) {
            parts.add("… and " + (messages.size() - MOST_MESSAGES) + " more");
        }
        return String.join("\n\n", parts);
    }

    private static String content(JsonNode content) {
        return content.isArray()
                ? content.valueStream()
                        .limit(MOST_MESSAGES)
                        .map(SamplingText::block)
                        .collect(Collectors.joining("\n"))
                : block(content);
    }

    private static String block(JsonNode block) {
        String type = block.path("type").asString("?");
        return switch (type) {
            case "text" -> block.path("text").asString("");
            case "image", "audio" ->
                    "["
                            + type
                            + " "
                            + block.path("mimeType").asString("?")
                            + ", "
                            + block.path("data").asString("").length()
                            + " characters of base64]";
            case "tool_use" ->
                    "[calls " + block.path("name").asString("?") + " " + block.path("input") + "]";
            case "tool_result" -> "[result of a tool: " + block.path("content") + "]";
            default -> "[" + type + "]";
        };
    }

    /// What the server would like of the model, on one line.
    static String facts(JsonNode params) {
        List<String> facts = new ArrayList<>();
        add(facts, "at most ", params.path("maxTokens"), " tokens");
        add(facts, "temperature ", params.path("temperature"), "");
        JsonNode wishes = params.path("modelPreferences");
        String hints =
                wishes.path("hints")
                        .valueStream()
                        .limit(10)
                        .map(hint -> hint.path("name").asString("?"))
                        .collect(Collectors.joining(", "));
        if (!hints.isEmpty()) {
            facts.add("models like " + hints);
        }
        add(facts, "cost ", wishes.path("costPriority"), "");
        add(facts, "speed ", wishes.path("speedPriority"), "");
        add(facts, "intelligence ", wishes.path("intelligencePriority"), "");
        String context = params.path("includeContext").asString("none");
        if (!context.equals("none")) {
            facts.add("context of " + context + " (not added here)");
        }
        String tools =
                params.path("tools")
                        .valueStream()
                        .limit(20)
                        .map(tool -> tool.path("name").asString("?"))
                        .collect(Collectors.joining(", "));
        if (!tools.isEmpty()) {
            facts.add("may call " + tools);
        }
        add(facts, "tool choice ", params.at("/toolChoice/mode"), "");
        return String.join("  ·  ", facts);
    }

    private static void add(List<String> facts, String before, JsonNode value, String after) {
        if (!value.isMissingNode() && !value.isNull()) {
            facts.add(before + value.asString(value.toString()) + after);
        }
    }
}
