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
        one(parts, "≥ ", schema.path("minimum"), "");
        one(parts, "> ", schema.path("exclusiveMinimum"), "");
        one(parts, "≤ ", schema.path("maximum"), "");
        one(parts, "< ", schema.path("exclusiveMaximum"), "");
        one(parts, "multiple of ", schema.path("multipleOf"), "");
        one(parts, "at least ", schema.path("minLength"), " characters");
        one(parts, "at most ", schema.path("maxLength"), " characters");
        one(parts, "at least ", schema.path("minItems"), " items");
        one(parts, "at most ", schema.path("maxItems"), " items");
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

    private static void one(List<String> parts, String before, JsonNode limit, String after) {
        if (limit.isNumber()) {
            boolean single = limit.asString().equals("1") && after.endsWith("s");
            String noun = single ? after.substring(0, after.length() - 1) : after;
            parts.add(before + limit + noun);
        }
    }
}
