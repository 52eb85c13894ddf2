package dev.benchlight.mcp.schema;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Resolves `$ref` within the document and merges `allOf`, for one level of a schema. Nothing is
/// fetched.
final class Flattener {
    private static final int MAX_STEPS = 100;

    private final SchemaRefs refs;

    Flattener(JsonNode root) {
        this.refs = new SchemaRefs(root);
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
            return new Flat(
                    empty(),
                    "The schema refers to itself without end, or has more than "
                            + MAX_STEPS
                            + " parts.");
        }
        ObjectNode result = object;
        String problem = null;
        String ref = reference(object);
        if (ref != null) {
            JsonNode target = refs.target(ref, refs.root());
            if (target == null) {
                return new Flat(object, unresolved(ref));
            }
            Flat flat = flatten(target, steps);
            problem = flat.problem();
            result = merge(flat.schema(), without(object, "$ref", "$dynamicRef"));
        }
        if (result.path("allOf").isArray()) {
            JsonNode parts = result.path("allOf");
            ObjectNode merged = without(result, "allOf");
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

    private static @Nullable String reference(ObjectNode schema) {
        return Stream.of("$ref", "$dynamicRef")
                .map(keyword -> schema.path(keyword).asString(""))
                .filter(ref -> !ref.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private String unresolved(String ref) {
        return refs.isForeign(ref, refs.root())
                ? "The schema is at " + ref + ", which is never fetched."
                : "The schema refers to " + ref + ", which is not there.";
    }

    private static ObjectNode without(ObjectNode schema, String... keywords) {
        return empty().setAll(schema).remove(List.of(keywords));
    }

    /// Both schemas in one: `over` wins, members of `properties` and `required` are united. The
    /// schemas below are shared, not copied.
    static ObjectNode merge(ObjectNode under, ObjectNode over) {
        ObjectNode result = empty().setAll(under);
        for (var entry : over.properties()) {
            String keyword = entry.getKey();
            JsonNode value = entry.getValue();
            JsonNode there = result.path(keyword);
            if ("properties".equals(keyword)
                    && there instanceof ObjectNode a
                    && value instanceof ObjectNode b) {
                result.set(keyword, empty().setAll(a).setAll(b));
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
