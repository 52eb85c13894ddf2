package dev.benchlight.mcp.schema;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/// Resolves `$ref` within the document and merges `allOf`, for one level of a schema. Nothing is
/// fetched.
final class Flattener {
    private static final int MAX_STEPS = 100;

    private final JsonNode root;

    Flattener(JsonNode root) {
        this.root = root;
    }

    /// @param problem why a form can't show it, or null
    record Flat(ObjectNode schema, @Nullable String problem) {}

    Flat flatten(JsonNode schema) {
        return flatten(schema, new int[] {MAX_STEPS});
    }

    private Flat flatten(JsonNode schema, int[] steps) {
        if (!(schema instanceof ObjectNode object)) {
            return bare(schema);
        }
        if (steps[0]-- <= 0) {
            return new Flat(empty(), "The schema refers to itself without end.");
        }
        ObjectNode result = object;
        String problem = null;
        if (object.path("$ref").isString()) {
            String ref = object.path("$ref").stringValue();
            JsonNode target = resolve(ref);
            result = object.deepCopy();
            result.remove("$ref");
            if (target == null) {
                String why =
                        ref.startsWith("#")
                                ? "The schema refers to " + ref + ", which is not there."
                                : "The schema is at " + ref + ", which is never fetched.";
                return new Flat(result, why);
            }
            Flat flat = flatten(target, steps);
            problem = flat.problem();
            result = merge(flat.schema(), result);
        }
        if (result.path("allOf").isArray()) {
            JsonNode parts = result.path("allOf");
            ObjectNode merged = result.deepCopy();
            merged.remove("allOf");
            for (JsonNode part : parts) {
                Flat flat = flatten(part, steps);
                problem = problem == null ? flat.problem() : problem;
                merged = merge(flat.schema(), merged);
            }
            result = merged;
        }
        return new Flat(result, problem);
    }

    private static Flat bare(JsonNode schema) {
        if (schema.isBoolean() && !schema.booleanValue()) {
            return new Flat(empty(), "The schema allows no value here.");
        }
        if (schema.isBoolean() || schema.isMissingNode()) {
            return new Flat(empty(), null);
        }
        return new Flat(empty(), "The schema is neither an object nor a boolean.");
    }

    private @Nullable JsonNode resolve(String ref) {
        if (!ref.startsWith("#")) {
            return null;
        }
        if (ref.length() > 1 && ref.charAt(1) != '/') {
            return anchored(root, ref.substring(1), MAX_STEPS);
        }
        try {
            String pointer =
                    URLDecoder.decode(ref.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            JsonNode target = root.at(JsonPointer.compile(pointer));
            return target.isMissingNode() ? null : target;
        } catch (IllegalArgumentException notAPointer) {
            return null;
        }
    }

    private static @Nullable JsonNode anchored(JsonNode schema, String anchor, int depth) {
        if (anchor.equals(schema.path("$anchor").asString(""))) {
            return schema;
        }
        if (depth == 0) {
            return null;
        }
        for (JsonNode child : schema) {
            JsonNode found = anchored(child, anchor, depth - 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// Both schemas in one: `over` wins, members of `properties` and `required` are united.
    static ObjectNode merge(ObjectNode under, ObjectNode over) {
        ObjectNode result = under.deepCopy();
        for (var entry : over.properties()) {
            String keyword = entry.getKey();
            JsonNode value = entry.getValue();
            JsonNode there = result.path(keyword);
            if ("properties".equals(keyword)
                    && there instanceof ObjectNode a
                    && value instanceof ObjectNode b) {
                a.setAll(b);
            } else if ("required".equals(keyword) && there.isArray()) {
                Set<JsonNode> names = new LinkedHashSet<>();
                there.forEach(names::add);
                value.forEach(names::add);
                result.putArray(keyword).addAll(names);
            } else {
                result.set(keyword, value);
            }
        }
        return result;
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
