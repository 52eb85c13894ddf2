package dev.benchlight.render.json;

import dev.benchlight.render.Invisible;
import dev.benchlight.render.syntax.TokenKind;

import tools.jackson.databind.JsonNode;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// One row of a JSON tree.
///
/// @param pointer RFC 6901, empty for the root
/// @param key the member's name or the element's index, empty for the root
record JsonRow(String pointer, String key, int depth, JsonNode node) {
    private static final int SHOWN = 400;
    private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\d_]*");

    boolean isContainer() {
        return node.isContainer() && !node.isEmpty();
    }

    List<JsonRow> children() {
        return JsonRows.childrenOf(this);
    }

    /// The value on one line, invisible characters by escapes, cut to a readable length; for a
    /// container how many members it has.
    String text() {
        if (node.isObject()) {
            return node.isEmpty() ? "{}" : "{%,d}".formatted(node.size());
        }
        if (node.isArray()) {
            return node.isEmpty() ? "[]" : "[%,d]".formatted(node.size());
        }
        String text = node.isString() ? node.stringValue() : node.toString();
        String brief = Invisible.brief(text, SHOWN);
        String quoted = node.isString() ? '"' + brief + '"' : brief;
        return text.length() > SHOWN
                ? quoted + "  (%,d characters)".formatted(text.length())
                : quoted;
    }

    /// The member's name as it is shown: on one line, nothing invisible in it.
    String name() {
        return Invisible.brief(key, SHOWN);
    }

    TokenKind kind() {
        if (node.isString()) {
            return TokenKind.STRING;
        } else if (node.isNumber()) {
            return TokenKind.NUMBER;
        } else {
            return node.isContainer() ? TokenKind.PLAIN : TokenKind.KEYWORD;
        }
    }

    /// What is copied: a string without quotes, anything else as JSON. What is invisible is copied
    /// as an escape, for it may end in a terminal.
    String value() {
        return Invisible.escape(node.isString() ? node.stringValue() : node.toPrettyString());
    }

    /// The way to this row from the root as JSONPath (RFC 9535), such as `$.list[0]['a b']`.
    String path(JsonNode root) {
        StringBuilder path = new StringBuilder("$");
        JsonNode at = root;
        for (String step : pointer.isEmpty() ? List.<String>of() : steps()) {
            if (at.isArray()) {
                path.append('[').append(step).append(']');
                at = at.path(Integer.parseInt(step));
            } else {
                path.append(PLAIN_NAME.matcher(step).matches() ? "." + step : bracketed(step));
                at = at.path(step);
            }
        }
        return path.toString();
    }

    private List<String> steps() {
        return Arrays.stream(pointer.substring(1).split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private static String bracketed(String name) {
        return "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
    }
}
