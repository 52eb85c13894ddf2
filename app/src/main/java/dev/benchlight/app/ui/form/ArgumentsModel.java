package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.mcp.json.JsonText;
import dev.benchlight.mcp.json.JsonValue;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The text both views show, and what it says. Knows no control; for one thread.
final class ArgumentsModel {
    private final List<Runnable> listeners = new ArrayList<>();
    private String text = "";
    private @Nullable JsonDocument document;
    private @Nullable JsonSyntaxException error;

    ArgumentsModel(String text) {
        setText(text);
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    String text() {
        return text;
    }

    void setText(String newText) {
        if (newText.equals(text)) {
            return;
        }
        text = newText;
        try {
            document = JsonDocument.parse(newText);
            error = null;
        } catch (JsonSyntaxException e) {
            document = null;
            error = e;
        }
        listeners.forEach(Runnable::run);
    }

    Optional<JsonDocument> document() {
        return Optional.ofNullable(document);
    }

    /// Why the text is not JSON.
    Optional<JsonSyntaxException> error() {
        return Optional.ofNullable(error);
    }

    Optional<JsonValue> at(JsonPointer pointer) {
        return document().flatMap(d -> d.at(pointer));
    }

    /// The text of the value at a place.
    Optional<String> source(JsonPointer pointer) {
        return document().flatMap(d -> d.at(pointer).map(d::source));
    }

    /// Sets a value, and makes the objects above it if they are not there.
    void set(JsonPointer pointer, String json) {
        if (document == null) {
            return;
        }
        JsonPointer missing = pointer;
        String value = json;
        while (!missing.matches() && document.at(missing.head()).isEmpty()) {
            value = new JsonObjectText(missing.last().getMatchingProperty(), value).toString();
            missing = missing.head();
        }
        setText(document.with(missing, value));
    }

    void remove(JsonPointer pointer) {
        document().ifPresent(d -> setText(d.without(pointer)));
    }

    void rename(JsonPointer pointer, String name) {
        document().ifPresent(d -> setText(d.renamed(pointer, name)));
    }

    void swap(JsonPointer array, int first, int second) {
        document().ifPresent(d -> setText(d.swapped(array, first, second)));
    }

    private record JsonObjectText(String name, String value) {
        @Override
        public String toString() {
            return "{\n  " + JsonText.quote(name) + ": " + value.replace("\n", "\n  ") + "\n}";
        }
    }
}
