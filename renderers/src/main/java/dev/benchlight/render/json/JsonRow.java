package dev.benchlight.render.json;

import dev.benchlight.render.Invisible;
import dev.benchlight.render.syntax.TokenKind;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// One row of a JSON tree.
///
/// @param pointer RFC 6901, empty for the root
/// @param key the member's name or the element's index, empty for the root
record JsonRow(String pointer, String key, int depth, JsonNode node) {
    private static final int SHOWN = 400;

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
        String text = node.isString() ? quoted(node.stringValue()) : node.toString();
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    private static String quoted(String text) {
        String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        String oneLine = start.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
        return '"' + Invisible.escape(oneLine) + '"';
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

    /// What is copied: a string without quotes, anything else as JSON.
    String value() {
        return node.isString() ? node.stringValue() : node.toPrettyString();
    }
}
