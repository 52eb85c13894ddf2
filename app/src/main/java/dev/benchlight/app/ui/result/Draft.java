package dev.benchlight.app.ui.result;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// What the user typed into a tab, as it is kept across restarts.
final class Draft {
    private Draft() {}

    /// Keeps the text letter by letter, valid JSON or not.
    static String of(String text) {
        return JsonNodeFactory.instance.objectNode().put("text", text).toString();
    }

    /// The text of a draft, or of an `{"arguments": …}` object; empty for anything else.
    static String text(String draft) {
        if (draft.isBlank()) {
            return "";
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(draft);
            return json.has("arguments")
                    ? json.path("arguments").toPrettyString()
                    : json.path("text").asString("");
        } catch (JacksonException _) {
            return "";
        }
    }
}
