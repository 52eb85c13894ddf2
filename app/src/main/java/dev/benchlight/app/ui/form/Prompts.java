package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;

import org.jspecify.annotations.Nullable;

/// What an empty text field says: whether a value is not sent, empty, or null.
final class Prompts {
    private Prompts() {}

    static String of(@Nullable JsonValue value, Field.Facts facts, Spot spot) {
        return switch (value) {
            case JsonValue.Null ignored -> "null";
            case JsonValue.Str ignored -> "empty text";
            case null -> notSet(facts, spot.required());
            default -> "";
        };
    }

    /// The default is what the server takes when nothing is sent; it is shown, and not sent.
    static String notSet(Field.Facts facts, boolean required) {
        if (required) {
            return "required";
        }
        return facts.defaultValue() == null
                ? "not set"
                : "not set · default " + facts.defaultValue();
    }
}
