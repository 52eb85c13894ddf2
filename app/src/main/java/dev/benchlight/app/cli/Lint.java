package dev.benchlight.app.cli;

import tools.jackson.databind.JsonNode;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks for what makes a server's catalogue hard or dangerous to use.
final class Lint {
    /// Scripts with letters that look like Latin ones.
    private static final Set<UnicodeScript> LOOK_ALIKE =
            Set.of(
                    UnicodeScript.CYRILLIC,
                    UnicodeScript.GREEK,
                    UnicodeScript.ARMENIAN,
                    UnicodeScript.CHEROKEE,
                    UnicodeScript.LISU);

    private final List<Finding> findings = new ArrayList<>();

    private Lint() {}

    /// @param where such as `tool echo` or `tool echo, argument message`
    /// @param message what is wrong with it, as the rest of a sentence
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
                lint.tool(where, name, item);
            }
        }
        return lint.findings;
    }

    /// Of any JSON that holds texts, such as what a server says of itself.
    static List<Finding> ofTexts(String where, JsonNode json) {
        Lint lint = new Lint();
        lint.texts(where, json);
        return lint.findings;
    }

    private void tool(String where, String name, JsonNode tool) {
        if (looksLikeAnother(name)) {
            add(
                    "look-alike-name",
                    where,
                    "has a name with letters that look like others: " + foreignLetters(name));
        } else if (!name.matches("[A-Za-z0-9_./-]{1,128}") && !isReported(name)) {
            add(
                    "unusual-name",
                    where,
                    "has a name that models and clients refuse: it should be 1 to 128 letters,"
                            + " digits, or _ . / -");
        }
        JsonNode claims = tool.path("annotations");
        if (claims.path("readOnlyHint").asBoolean(false)
                && claims.path("destructiveHint").asBoolean(false)) {
            add(
                    "contradicting-claims",
                    where,
                    "claims to be read-only, and claims to be destructive");
        }
        JsonNode schema = tool.path("inputSchema");
        findings.addAll(SchemaLint.of(where, "inputSchema", schema));
        if (tool.has("outputSchema")) {
            findings.addAll(SchemaLint.of(where, "outputSchema", tool.path("outputSchema")));
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (property.getValue().path("description").asString("").isBlank()) {
                add(
                        "no-description",
                        where + ", argument " + Visible.line(property.getKey()),
                        "has no description");
            }
        }
    }

    private static boolean looksLikeAnother(String name) {
        boolean wide = !Normalizer.normalize(name, Normalizer.Form.NFKC).equals(name);
        return wide || name.codePoints().anyMatch(c -> LOOK_ALIKE.contains(UnicodeScript.of(c)));
    }

    private static String foreignLetters(String name) {
        List<String> letters = new ArrayList<>();
        name.codePoints()
                .filter(c -> c > 0x7f)
                .distinct()
                .limit(5)
                .forEach(c -> letters.add("U+%04X %s".formatted(c, Character.getName(c))));
        return String.join(", ", letters);
    }

    /// What hides in a name is told of as what hides in a text.
    private static boolean isReported(String name) {
        return name.codePoints().anyMatch(Visible::isHarmful);
    }

    private void texts(String where, JsonNode node) {
        if (node.isString()) {
            String text = node.asString();
            if (text.codePoints().anyMatch(Lint::isBidirectional)) {
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
                || c == 0x061c
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
