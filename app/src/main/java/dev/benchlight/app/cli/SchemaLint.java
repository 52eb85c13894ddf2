package dev.benchlight.app.cli;

import dev.benchlight.app.cli.Lint.Finding;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Looks through a JSON Schema for what no value or no client can make sense of.
final class SchemaLint {
    private static final Set<String> TYPES =
            Set.of("string", "number", "integer", "boolean", "object", "array", "null");
    private static final List<String> ONE =
            List.of(
                    "items",
                    "additionalProperties",
                    "not",
                    "if",
                    "then",
                    "else",
                    "contains",
                    "propertyNames");
    private static final List<String> MANY =
            List.of(
                    "properties",
                    "patternProperties",
                    "$defs",
                    "definitions",
                    "anyOf",
                    "oneOf",
                    "allOf",
                    "prefixItems");

    private final String where;
    private final String field;
    private final JsonNode root;
    private final List<Finding> findings = new ArrayList<>();

    private SchemaLint(String where, String field, JsonNode root) {
        this.where = where;
        this.field = field;
        this.root = root;
    }

    /// @param field the tool's member that holds the schema
    static List<Finding> of(String where, String field, JsonNode schema) {
        SchemaLint lint = new SchemaLint(where, field, schema);
        if (!schema.isObject() || !schema.path("type").asString("").equals("object")) {
            lint.add(JsonPointer.empty(), "is not of type object");
        }
        lint.schema(JsonPointer.empty(), schema);
        return lint.findings;
    }

    private void schema(JsonPointer at, JsonNode schema) {
        types(at.appendProperty("type"), schema.path("type"));
        reference(at.appendProperty("$ref"), schema.path("$ref").asString(""));
        pattern(at.appendProperty("pattern"), schema.path("pattern").asString(""));
        if (schema.path("enum").isArray() && schema.path("enum").isEmpty()) {
            add(at.appendProperty("enum"), "is empty, so that no value fits");
        }
        for (JsonNode required : schema.path("required")) {
            String name = required.asString("");
            if (!schema.path("properties").has(name)) {
                add(
                        at.appendProperty("required"),
                        "asks for " + Visible.line(name) + ", which properties does not describe");
            }
        }
        for (String keyword : ONE) {
            if (schema.has(keyword)) {
                schema(at.appendProperty(keyword), schema.path(keyword));
            }
        }
        for (String keyword : MANY) {
            JsonPointer group = at.appendProperty(keyword);
            for (Map.Entry<String, JsonNode> entry : schema.path(keyword).properties()) {
                schema(group.appendProperty(entry.getKey()), entry.getValue());
            }
            JsonNode list = schema.path(keyword);
            for (int i = 0; list.isArray() && i < list.size(); i++) {
                schema(group.appendIndex(i), list.path(i));
            }
        }
    }

    private void types(JsonPointer at, JsonNode type) {
        for (JsonNode one : type.isArray() ? type : List.of(type)) {
            if (!one.isMissingNode() && !TYPES.contains(one.asString(""))) {
                add(at, "is " + Visible.line(one.toString()) + ", which is no JSON Schema type");
            }
        }
    }

    private void reference(JsonPointer at, String reference) {
        if (reference.isEmpty() || reference.equals("#")) {
            return;
        }
        if (!reference.startsWith("#")) {
            add(
                    at,
                    "leads out of the schema, to "
                            + Visible.line(reference)
                            + ", and is not fetched");
        } else if (reference.startsWith("#/")
                && root.at(JsonPointer.compile(reference.substring(1))).isMissingNode()) {
            add(at, "leads nowhere: " + Visible.line(reference));
        }
    }

    private void pattern(JsonPointer at, String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            add(at, "is no regular expression: " + Visible.line(e.getDescription()));
        }
    }

    private void add(JsonPointer at, String message) {
        String place = at.matches() ? field : field + " at " + Visible.line(at.toString());
        findings.add(new Finding("bad-schema", where + ", " + place, message));
    }
}
