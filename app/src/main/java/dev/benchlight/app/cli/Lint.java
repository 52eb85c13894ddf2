package dev.benchlight.app.cli;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks for what makes a server's catalogue hard or dangerous to use.
final class Lint {
    private final List<Finding> findings = new ArrayList<>();

    private Lint() {}

    /// @param where such as `tool echo` or `tool echo, argument message`
    record Finding(String code, String where, String message) {}

    /// @param kind `tool`, `prompt`, `resource` or `template`
    static List<Finding> of(String kind, List<JsonNode> items) {
        Lint lint = new Lint();
        Set<String> names = new HashSet<>();
        for (JsonNode item : items) {
            String name = item.path("name").asString("");
            String where = kind + " " + Visible.line(name);
            if (!names.add(item.path("uri").asString(item.path("uriTemplate").asString(name)))) {
                lint.add("duplicate-name", where, "stands in the list more than once");
            }
            if (item.path("description").asString("").isBlank() && !kind.equals("resource")) {
                lint.add("no-description", where, "has no description");
            }
            lint.texts(where, item);
            if (kind.equals("tool")) {
                lint.tool(where, item);
            }
        }
        return lint.findings;
    }

    private void tool(String where, JsonNode tool) {
        String name = tool.path("name").asString("");
        if (!name.matches("[A-Za-z0-9_./-]{1,128}")) {
            String letters =
                    name.codePoints().anyMatch(c -> c > 0x7f) ? "look-alike-name" : "unusual-name";
            add(letters, where, "has a name with characters that models and clients refuse");
        }
        JsonNode schema = tool.path("inputSchema");
        if (!schema.isObject() || !schema.path("type").asString("").equals("object")) {
            add("bad-schema", where, "has an inputSchema that is not of type object");
            return;
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (property.getValue().path("description").asString("").isBlank()) {
                add(
                        "no-description",
                        where + ", argument " + Visible.line(property.getKey()),
                        "has no description");
            }
        }
        for (JsonNode required : schema.path("required")) {
            if (!schema.path("properties").has(required.asString(""))) {
                add(
                        "bad-schema",
                        where + ", argument " + Visible.line(required.asString("")),
                        "is required, but the schema does not describe it");
            }
        }
    }

    private void texts(String where, JsonNode node) {
        if (node.isString()) {
            String text = node.asString();
            if (text.codePoints().anyMatch(c -> isBidirectional(c))) {
                add(
                        "bidi-text",
                        where,
                        "has text that changes the reading direction: " + sample(text));
            } else if (text.codePoints().anyMatch(Visible::isInvisible)) {
                add("invisible-text", where, "has text with invisible characters: " + sample(text));
            } else if (text.codePoints()
                    .anyMatch(c -> Visible.isHarmful(c) && c != '\n' && c != '\t' && c != '\r')) {
                add(
                        "control-characters",
                        where,
                        "has text with control characters: " + sample(text));
            }
        }
        node.forEach(child -> texts(where, child));
    }

    private static boolean isBidirectional(int c) {
        return (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200e
                || c == 0x200f;
    }

    private static String sample(String text) {
        String visible = Visible.line(text);
        return visible.length() <= 120 ? visible : visible.substring(0, 120) + "…";
    }

    private void add(String code, String where, String message) {
        findings.add(new Finding(code, where, message));
    }
}
