package dev.benchlight.app.doctor;

import dev.benchlight.app.text.Hidden;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What the big providers of models refuse with an error when a tool is offered to their models as
/// it is. Facts of November 2026, from their documents and from the errors they answer; they
/// change, so a refusal is a warning and names who refuses.
final class Portability {
    private static final int MOST_REASONS = 3;

    /// OpenAI: functions of chat completions and responses.
    private static final Pattern OPENAI_NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private static final List<String> OPENAI_ROOT =
            List.of("oneOf", "anyOf", "allOf", "enum", "not");

    /// Anthropic: custom tools of messages.
    private static final Pattern ANTHROPIC_NAME = Pattern.compile("[a-zA-Z0-9_-]{1,128}");

    private static final List<String> ANTHROPIC_ROOT = List.of("oneOf", "anyOf", "allOf");
    private static final Pattern ANTHROPIC_KEY = Pattern.compile("[a-zA-Z0-9_.-]{1,64}");

    /// Gemini: function declarations with `parameters`.
    private static final Pattern GEMINI_NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_.:-]{0,63}");

    private final Map<String, List<String>> reasons = new LinkedHashMap<>();

    private Portability() {}

    static void of(Place place, JsonNode tool, Findings findings) {
        Portability found = new Portability();
        if (!findings.has("look-alike-name", "unusual-name", "invisible-text", "bidi-text")) {
            found.name(place.name());
        }
        JsonNode schema = tool.path("inputSchema");
        if (schema.isObject()) {
            found.root(schema);
            SchemaWalk.of(schema).parts().forEach(found::part);
        }
        if (!found.reasons.isEmpty()) {
            findings.add(
                    "not-portable",
                    Severity.WARNING,
                    place,
                    "would be refused by " + found.words(),
                    "One refused tool fails the whole request, with all the other tools.");
        }
    }

    private void name(String name) {
        refuse(
                !OPENAI_NAME.matcher(name).matches(),
                "OpenAI",
                "a name of 1 to 64 of A-Z a-z 0-9 _ -");
        refuse(
                !ANTHROPIC_NAME.matcher(name).matches(),
                "Anthropic",
                "a name of 1 to 128 of A-Z a-z 0-9 _ -");
        refuse(
                !GEMINI_NAME.matcher(name).matches(),
                "Gemini",
                "a name of 1 to 64 of A-Z a-z 0-9 _ . : - that begins with a letter or _");
    }

    private void root(JsonNode schema) {
        for (String keyword : OPENAI_ROOT) {
            refuse(schema.has(keyword), "OpenAI", "no " + keyword + " at the root");
        }
        for (String keyword : ANTHROPIC_ROOT) {
            refuse(schema.has(keyword), "Anthropic", "no " + keyword + " at the root");
        }
        for (String key : schema.path("properties").propertyNames()) {
            refuse(
                    !ANTHROPIC_KEY.matcher(key).matches(),
                    "Anthropic",
                    "arguments named by 1 to 64 of A-Z a-z 0-9 _ . -");
        }
    }

    private void part(SchemaWalk.Part part) {
        JsonNode schema = part.schema();
        boolean list = schema.path("type").asString("").equals("array");
        boolean bare = list && !schema.has("items") && !schema.has("prefixItems");
        String at = part.pointer().matches() ? "the root" : part.pointer().toString();
        refuse(bare, "OpenAI", "items for the list at " + at);
        refuse(bare, "Gemini", "items for the list at " + at);
        boolean numbers = schema.path("enum").valueStream().anyMatch(JsonNode::isNumber);
        refuse(numbers, "Gemini", "texts in the enum at " + at);
    }

    private void refuse(boolean refused, String provider, String wants) {
        if (refused) {
            List<String> all = reasons.computeIfAbsent(provider, _ -> new ArrayList<>());
            if (!all.contains(wants)) {
                all.add(wants);
            }
        }
    }

    /// Such as `OpenAI (wants no anyOf at the root) and Gemini (wants …)`.
    private String words() {
        List<String> providers = new ArrayList<>();
        reasons.forEach((provider, wants) -> {
            int shown = Math.min(MOST_REASONS, wants.size());
            int more = wants.size() - shown;
            String what = String.join("; ", wants.subList(0, shown));
            String rest = more == 0 ? "" : "; and " + more + " more";
            providers.add(provider + " (wants " + Hidden.line(what) + rest + ")");
        });
        return String.join(", ", providers);
    }
}
