package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.mcp.json.JsonText;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// Whether a field can show a value just as it is.
final class Fit {
    private Fit() {}

    /// Why it can't; null if it can.
    static @Nullable String reason(Field field, JsonDocument document, JsonValue value) {
        if (value instanceof JsonValue.Null && field.facts().nullable()) {
            return null;
        }
        return switch (field) {
            case Field.Text ignored ->
                    value instanceof JsonValue.Str(int s, int e, String text)
                            ? unshowable(text, "\n\t")
                            : mismatch(value, "text");
            case Field.Numeric numeric -> number(numeric, value);
            case Field.Toggle ignored ->
                    value instanceof JsonValue.Bool ? null : mismatch(value, "true or false");
            case Field.Choice choice ->
                    indexOf(choice.options(), document, value) >= 0
                            ? null
                            : "This is none of the choices.";
            case Field.MultiChoice choice ->
                    value instanceof JsonValue.Arr(int s, int e, List<JsonValue> items)
                                    && items.stream()
                                            .allMatch(i ->
                                                    indexOf(choice.options(), document, i) >= 0)
                            ? null
                            : "This is not a list of the choices.";
            case Field.Group ignored ->
                    value instanceof JsonValue.Obj ? null : mismatch(value, "an object");
            case Field.Items ignored ->
                    value instanceof JsonValue.Arr ? null : mismatch(value, "an array");
            case Field.Variants ignored -> null;
            case Field.AnyJson any -> any.reason();
        };
    }

    static boolean isSimple(Field field) {
        return field instanceof Field.Text
                || field instanceof Field.Numeric
                || field instanceof Field.Toggle
                || field instanceof Field.Choice;
    }

    /// Which option a value is, else -1. Numbers must be written alike: 1.0 is not shown as 1.
    static int indexOf(List<Field.Option> options, JsonDocument document, JsonValue value) {
        JsonNode wanted = null;
        for (int i = 0; i < options.size(); i++) {
            JsonNode option = options.get(i).value();
            if (!isAlike(option, value)) {
                continue;
            }
            wanted = wanted == null ? exact(document.source(value)) : wanted;
            if (wanted.equals(exact(option.toString()))) {
                return i;
            }
        }
        return -1;
    }

    /// Rules most options out without reading a text.
    private static boolean isAlike(JsonNode option, JsonValue value) {
        return switch (value) {
            case JsonValue.Str string ->
                    option.isString() && option.stringValue().equals(string.value());
            case JsonValue.Bool bool -> option.isBoolean() && option.booleanValue() == bool.value();
            case JsonValue.Null ignored -> option.isNull();
            case JsonValue.Num ignored -> option.isNumber();
            case JsonValue.Obj ignored -> option.isObject();
            case JsonValue.Arr ignored -> option.isArray();
        };
    }

    private static JsonNode exact(String json) {
        try {
            return JsonDocument.parse(json).wireTree();
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("was JSON before: " + json, e);
        }
    }

    /// What was typed and is no number stays in the text as a string, and is shown as typed. A
    /// string that looks like a number must not be taken for one.
    private static @Nullable String number(Field.Numeric field, JsonValue value) {
        return switch (value) {
            case JsonValue.Num ignored -> null;
            case JsonValue.Str(int s, int e, String text) when !JsonText.isNumber(text.strip()) ->
                    text.isEmpty() ? mismatch(value, "a number") : unshowable(text, "");
            default -> mismatch(value, field.integer() ? "a whole number" : "a number");
        };
    }

    /// Why a text control would change a text; null if it would not.
    static @Nullable String unshowable(String text, String allowed) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c == 0x7f) && allowed.indexOf(c) < 0) {
                return "The text has control characters, which a text field can't show.";
            }
        }
        return text.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff)
                ? "The text has half a surrogate pair, which a text field can't show."
                : null;
    }

    private static String mismatch(JsonValue value, String expected) {
        String found =
                switch (value) {
                    case JsonValue.Obj ignored -> "an object";
                    case JsonValue.Arr ignored -> "an array";
                    case JsonValue.Str ignored -> "text";
                    case JsonValue.Num ignored -> "a number";
                    case JsonValue.Bool ignored -> "true or false";
                    case JsonValue.Null ignored -> "null";
                };
        return "This is " + found + "; the schema says " + expected + ".";
    }
}
