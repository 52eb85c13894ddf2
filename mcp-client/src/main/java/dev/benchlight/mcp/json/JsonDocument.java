package dev.benchlight.mcp.json;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.Optional;

/// A JSON text and what stands where in it. An edit gives a new text in which everything but the
/// edited value is the same, character by character. Immutable.
public record JsonDocument(String text, JsonValue root) {

    /// Reads a whole text, at most 500 levels deep.
    public static JsonDocument parse(String text) throws JsonSyntaxException {
        return new JsonDocument(text, new JsonReader(text).document());
    }

    /// What keeps a text from being JSON values one after the other, or empty.
    public static Optional<JsonSyntaxException> fault(String text) {
        try {
            new JsonReader(text).sequence();
            return Optional.empty();
        } catch (JsonSyntaxException e) {
            return Optional.of(e);
        }
    }

    /// The value at a place, if there is one.
    public Optional<JsonValue> at(JsonPointer pointer) {
        Optional<JsonValue> value = Optional.of(root);
        for (JsonPointer p = pointer; !p.matches() && value.isPresent(); p = p.tail()) {
            value = child(value.get(), p);
        }
        return value;
    }

    /// The characters of a value.
    public String source(JsonValue value) {
        return text.substring(value.start(), value.end());
    }

    /// The same values for looking at and validating.
    public JsonNode tree() {
        return new JsonTrees(false).tree(root);
    }

    /// The same values for sending: written, each number and string is what the text says, also
    /// where Jackson would write it in another way.
    public JsonNode wireTree() {
        return new JsonTrees(true).tree(root);
    }

    /// The text with another value at `pointer`. A new member is added to an object that is there,
    /// a new item at the end of an array that is there.
    ///
    /// @throws IllegalArgumentException neither is there, or the index is beyond the end
    public String with(JsonPointer pointer, String json) {
        return new JsonEdit(this).set(pointer, json);
    }

    /// The text without the member or item at `pointer`; the same text if none is there.
    public String without(JsonPointer pointer) {
        return new JsonEdit(this).remove(pointer);
    }

    /// The text with the member at `pointer` under another name.
    public String renamed(JsonPointer pointer, String name) {
        return new JsonEdit(this).rename(pointer, name);
    }

    /// The text with two items of the array at `pointer` exchanged.
    public String swapped(JsonPointer pointer, int first, int second) {
        return new JsonEdit(this).swap(pointer, first, second);
    }

    /// The text laid out anew, with a line for each member and item; no name, string or number is
    /// written in another way.
    public String indented() {
        return JsonLayout.of(this);
    }

    static Optional<JsonValue> child(JsonValue parent, JsonPointer step) {
        return switch (parent) {
            case JsonValue.Obj object ->
                    object.member(step.getMatchingProperty()).map(JsonValue.Member::value);
            case JsonValue.Arr array -> {
                int index = step.getMatchingIndex();
                yield index >= 0 && index < array.items().size()
                        ? Optional.of(array.items().get(index))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }
}
