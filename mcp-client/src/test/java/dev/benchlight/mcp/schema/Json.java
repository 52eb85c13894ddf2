package dev.benchlight.mcp.schema;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;

/// Schemas and values as short texts, with `'` for `"`.
final class Json {
    private Json() {}

    static JsonNode of(String text) {
        return document(text).tree();
    }

    /// As arguments are when they are about to be sent.
    static JsonNode wire(String text) {
        return document(text).wireTree();
    }

    private static JsonDocument document(String text) {
        try {
            return JsonDocument.parse(text.replace('\'', '"'));
        } catch (JsonSyntaxException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static List<SchemaProblem> validate(String schema, String value) {
        return validate(of(schema), wire(value));
    }

    /// With so much time that only what is counted, steps and characters read, can stop it.
    static List<SchemaProblem> validate(JsonNode schema, JsonNode value) {
        return SchemaValidator.validate(schema, value, Duration.ofHours(1).toMillis());
    }

    /// One line for each problem: its place, `?` if it is no refusal, and its sentence.
    static List<String> problems(String schema, String value) {
        return validate(schema, value).stream()
                .map(p -> p.pointer() + (p.checked() ? " " : "? ") + p.message().replace('"', '\''))
                .toList();
    }
}
