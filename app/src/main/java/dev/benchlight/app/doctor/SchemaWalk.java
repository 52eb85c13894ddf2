package dev.benchlight.app.doctor;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/// All schemas within a schema, the outermost first. References are not followed, so that one that
/// leads to itself has an end.
///
/// @param depth how many objects and lists stand within one another
/// @param whole false where there are more parts than [#MOST]
record SchemaWalk(List<Part> parts, int depth, boolean whole) {
    static final int MOST = 20_000;
    static final int DEEPEST = 10;

    private static final List<String> ONE =
            List.of(
                    "items",
                    "additionalProperties",
                    "unevaluatedProperties",
                    "unevaluatedItems",
                    "not",
                    "if",
                    "then",
                    "else",
                    "contains",
                    "propertyNames");
    private static final List<String> NAMED =
            List.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");
    private static final List<String> LISTED =
            List.of("anyOf", "oneOf", "allOf", "prefixItems", "items");

    /// @param pointer from the root
    record Part(JsonPointer pointer, JsonNode schema, int depth) {}

    static SchemaWalk of(JsonNode root) {
        List<Part> parts = new ArrayList<>();
        Deque<Part> open = new ArrayDeque<>();
        open.add(new Part(JsonPointer.empty(), root, 0));
        int deepest = 0;
        while (!open.isEmpty() && parts.size() < MOST) {
            Part part = open.removeFirst();
            int depth = part.depth + (nests(part.schema) ? 1 : 0);
            deepest = Math.max(deepest, depth);
            parts.add(part);
            children(part, depth, open);
        }
        return new SchemaWalk(List.copyOf(parts), deepest, open.isEmpty());
    }

    private static boolean nests(JsonNode schema) {
        return schema.has("properties")
                || schema.has("items")
                || schema.path("type").asString("").equals("object");
    }

    private static void children(Part part, int depth, Deque<Part> open) {
        for (String keyword : ONE) {
            JsonNode child = part.schema.path(keyword);
            if (child.isObject()) {
                open.add(new Part(part.pointer.appendProperty(keyword), child, depth));
            }
        }
        for (String keyword : NAMED) {
            JsonPointer group = part.pointer.appendProperty(keyword);
            for (Map.Entry<String, JsonNode> child : part.schema.path(keyword).properties()) {
                open.add(new Part(group.appendProperty(child.getKey()), child.getValue(), depth));
            }
        }
        for (String keyword : LISTED) {
            JsonPointer group = part.pointer.appendProperty(keyword);
            JsonNode list = part.schema.path(keyword);
            for (int i = 0; list.isArray() && i < list.size(); i++) {
                open.add(new Part(group.appendIndex(i), list.path(i), depth));
            }
        }
    }
}
