package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.mcp.json.JsonText;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.SchemaProblem;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The text both views show, and what it says. Knows no control; for one thread.
final class ArgumentsModel {
    private final List<Runnable> listeners = new ArrayList<>();
    private final Map<JsonPointer, String> unparsed = new LinkedHashMap<>();
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
        Map<JsonPointer, Optional<String>> before = new LinkedHashMap<>();
        unparsed.keySet().forEach(place -> before.put(place, source(place)));
        text = newText;
        try {
            document = JsonDocument.parse(newText);
            error = null;
            // What was given another value elsewhere is no longer what is being typed here.
            before.forEach((place, value) -> {
                if (!source(place).equals(value)) {
                    unparsed.remove(place);
                }
            });
        } catch (JsonSyntaxException e) {
            document = null;
            error = e;
        }
        listeners.forEach(Runnable::run);
    }

    /// Keeps what is typed at a place while it does not parse; until it does, or is given up, the
    /// arguments are not to be sent.
    void hold(JsonPointer place, String typed) {
        if (!typed.equals(unparsed.put(place, typed))) {
            listeners.forEach(Runnable::run);
        }
    }

    /// What is typed at a place and does not parse.
    Optional<String> held(JsonPointer place) {
        return Optional.ofNullable(unparsed.get(place));
    }

    /// Gives up what is typed at a place, or it parses now.
    void release(JsonPointer place) {
        if (unparsed.remove(place) != null) {
            listeners.forEach(Runnable::run);
        }
    }

    /// A problem for each place with text that does not parse.
    List<SchemaProblem> unparsed() {
        return unparsed.keySet().stream()
                .map(place -> SchemaProblem.invalid(place, "what is typed here is not JSON yet"))
                .toList();
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
