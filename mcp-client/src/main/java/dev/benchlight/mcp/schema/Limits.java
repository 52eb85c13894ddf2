package dev.benchlight.mcp.schema;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/// A schema's constraints in a few words.
final class Limits {
    private Limits() {}

    static String inWords(JsonNode schema) {
        List<String> parts = new ArrayList<>();
        if (schema.path("format").isString()) {
            parts.add(format(schema.path("format").stringValue()));
        }
        range(parts, new String[] {"≥ ", "≤ "}, schema, "imum", "");
        one(parts, "> ", schema.path("exclusiveMinimum"), "");
        one(parts, "< ", schema.path("exclusiveMaximum"), "");
        one(parts, "multiple of ", schema.path("multipleOf"), "");
        range(parts, new String[] {"at least ", "at most "}, schema, "Length", " characters");
        range(parts, new String[] {"at least ", "at most "}, schema, "Items", " items");
        if (schema.path("pattern").isString()) {
            parts.add("pattern " + schema.path("pattern").stringValue());
        }
        return String.join(" · ", parts);
    }

    private static String format(String name) {
        String example =
                switch (name) {
                    case "date" -> "2026-01-31";
                    case "date-time" -> "2026-01-31T12:00:00Z";
                    case "time" -> "12:00:00Z";
                    case "duration" -> "PT1H30M";
                    case "email" -> "name@example.org";
                    case "hostname" -> "example.org";
                    case "ipv4" -> "192.0.2.1";
                    case "ipv6" -> "2001:db8::1";
                    case "uri" -> "https://example.org/";
                    case "uuid" -> "123e4567-e89b-12d3-a456-426614174000";
                    default -> "";
                };
        return example.isEmpty() ? name : name + ", such as " + example;
    }

    /// Both ends together where there are two.
    private static void range(
            List<String> parts, String[] words, JsonNode schema, String of, String after) {
        JsonNode least = schema.path("min" + of);
        JsonNode most = schema.path("max" + of);
        if (least.isNumber() && most.isNumber()) {
            one(parts, least.equals(most) ? "exactly " : least + " to ", most, after);
        } else {
            one(parts, words[0], least, after);
            one(parts, words[1], most, after);
        }
    }

    private static void one(List<String> parts, String before, JsonNode limit, String after) {
        if (limit.isNumber()) {
            boolean single = limit.asString().equals("1") && after.endsWith("s");
            String noun = single ? after.substring(0, after.length() - 1) : after;
            parts.add(before + limit + noun);
        }
    }
}
