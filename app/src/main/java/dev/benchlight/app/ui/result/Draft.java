package dev.benchlight.app.ui.result;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.mcp.json.JsonValue;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.JsonNodeFactory;

/// What the user typed into a tab, as it is kept across restarts.
final class Draft {
    private static final JsonPointer ARGUMENTS = JsonPointer.compile("/arguments");
    private static final JsonPointer TEXT = JsonPointer.compile("/text");

    private Draft() {}

    /// Keeps the text letter by letter, valid JSON or not.
    static String of(String text) {
        return JsonNodeFactory.instance.objectNode().put("text", text).toString();
    }

    /// The text of a draft, or of an `{"arguments": …}` object, whose numbers and strings stay as
    /// they are written there; empty for anything else.
    static String text(String draft) {
        if (draft.isBlank()) {
            return "";
        }
        try {
            JsonDocument document = JsonDocument.parse(draft);
            JsonValue arguments = document.at(ARGUMENTS).orElse(null);
            if (arguments != null) {
                return JsonDocument.parse(document.source(arguments)).indented();
            }
            return document.at(TEXT).orElse(null) instanceof JsonValue.Str text ? text.value() : "";
        } catch (JsonSyntaxException _) {
            return "";
        }
    }
}
