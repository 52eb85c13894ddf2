package dev.benchlight.app.ui.form;

import dev.benchlight.app.ui.form.Places.Held;
import dev.benchlight.app.ui.form.Places.Place;
import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.mcp.json.JsonText;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.SchemaProblem;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The text both views show, what it says, and what is typed but is no value yet. Knows no control;
/// for one thread.
final class ArgumentsModel {
    private final List<Runnable> listeners = new ArrayList<>();
    private final Places places = new Places();
    private Function<JsonPointer, ObjectNode> initial =
            place -> JsonNodeFactory.instance.objectNode();
    private String text = "";
    private @Nullable JsonDocument document;
    private @Nullable JsonDocument lastRead;
    private @Nullable JsonSyntaxException error;
    private int edits;
    private boolean changed;

    ArgumentsModel(String text) {
        setText(text);
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    Places places() {
        return places;
    }

    String text() {
        return text;
    }

    /// Replaces everything, by other means than the form. Line breaks become `\n`, which is no
    /// change of a value: in a JSON string they are escaped.
    void setText(String newText) {
        edit(() -> write(newText.replace("\r\n", "\n").replace('\r', '\n'), true, () -> {}));
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
        return source(document, pointer);
    }

    private static Optional<String> source(@Nullable JsonDocument in, JsonPointer pointer) {
        return Optional.ofNullable(in).flatMap(d -> d.at(pointer).map(d::source));
    }

    /// Several edits that are told as one.
    void edit(Runnable several) {
        edits++;
        try {
            several.run();
        } finally {
            edits--;
        }
        if (edits == 0 && changed) {
            changed = false;
            listeners.forEach(Runnable::run);
        }
    }

    /// What an object begins with that is made because something in it is set.
    void newObjects(Function<JsonPointer, ObjectNode> newContent) {
        initial = newContent;
    }

    /// Sets a value, and makes the objects above it if they are not there.
    void set(JsonPointer pointer, String json) {
        JsonPointer missing = pointer;
        String value = json;
        while (!missing.matches() && at(missing.head()).isEmpty()) {
            ObjectNode content = initial.apply(missing.head());
            value = object(content, missing.last().getMatchingProperty(), value);
            missing = missing.head();
        }
        JsonPointer place = missing;
        String whole = value;
        edit(() -> {
            onDocument(d -> write(d.with(place, whole), false, () -> {}));
            release(pointer);
        });
    }

    private static String object(ObjectNode content, String name, String value) {
        Map<String, String> members = new LinkedHashMap<>();
        content.properties().forEach(m -> members.put(m.getKey(), m.getValue().toString()));
        members.put(name, value);
        return members.entrySet().stream()
                .map(m -> JsonText.quote(m.getKey()) + ": " + m.getValue().replace("\n", "\n  "))
                .collect(Collectors.joining(",\n  ", "{\n  ", "\n}"));
    }

    /// Sets a value to JSON as it was typed, not laid out like the text around it.
    void setTyped(JsonPointer pointer, String json) {
        edit(() -> {
            if (at(pointer).isEmpty()) {
                set(pointer, "null");
            }
            at(pointer)
                    .ifPresent(there -> {
                        String whole =
                                text.substring(0, there.start())
                                        + json
                                        + text.substring(there.end());
                        write(whole, false, () -> {});
                    });
            places.forEach(
                    (place, known) -> known.guessAgain |= Places.below(pointer, place) != null);
            release(pointer);
        });
    }

    /// Sets a value that stands for what is typed, and must not be sent.
    void setUnfit(JsonPointer pointer, String json, Held typed) {
        edit(() -> {
            set(pointer, json);
            hold(pointer, typed);
        });
    }

    void remove(JsonPointer pointer) {
        JsonValue parent = pointer.matches() ? null : at(pointer.head()).orElse(null);
        Runnable move =
                parent instanceof JsonValue.Arr
                        ? () ->
                                places.itemRemoved(
                                        pointer.head(), pointer.last().getMatchingIndex())
                        : () -> {};
        edit(() -> {
            if (parent != null) {
                onDocument(d -> write(d.without(pointer), false, move));
            }
            if (!(parent instanceof JsonValue.Arr)) {
                release(pointer);
            }
        });
    }

    void rename(JsonPointer pointer, String name) {
        JsonPointer now = pointer.head().appendProperty(name);
        edit(() ->
                onDocument(d ->
                        write(
                                d.renamed(pointer, name),
                                false,
                                () -> places.renamed(pointer, now))));
    }

    /// Exchanges two items, which both are there.
    void swap(JsonPointer array, int first, int second) {
        edit(() ->
                onDocument(d ->
                        write(
                                d.swapped(array, first, second),
                                false,
                                () -> places.swapped(array, first, second))));
    }

    /// Keeps what is typed at a place and can't be its value; until it is given up or can, the
    /// arguments are not to be sent.
    void hold(JsonPointer pointer, Held typed) {
        edit(() -> {
            Place place = places.at(pointer);
            changed |= !typed.equals(place.held);
            place.held = typed;
        });
    }

    /// What is typed at a place and can't be its value.
    Optional<Held> held(JsonPointer pointer) {
        return places.find(pointer).map(place -> place.held);
    }

    /// Gives up what is typed at a place, or it is a value now.
    void release(JsonPointer pointer) {
        edit(() ->
                places.find(pointer)
                        .filter(place -> place.held != null)
                        .ifPresent(place -> {
                            place.held = null;
                            changed = true;
                        }));
    }

    /// A problem for each place where something is held.
    List<SchemaProblem> unfit() {
        List<SchemaProblem> problems = new ArrayList<>();
        places.forEach((pointer, place) -> {
            if (place.held != null) {
                problems.add(SchemaProblem.invalid(pointer, place.held.why()));
            }
        });
        return problems;
    }

    private void onDocument(Consumer<JsonDocument> edit) {
        document().ifPresent(edit);
    }

    private void write(String newText, boolean outside, Runnable move) {
        if (newText.equals(text) && document != null) {
            move.run();
            return;
        }
        IdentityHashMap<Place, Optional<String>> before = new IdentityHashMap<>();
        places.forEach((pointer, place) -> before.put(place, source(lastRead, pointer)));
        text = newText;
        changed = true;
        try {
            document = JsonDocument.parse(newText);
            lastRead = document;
            error = null;
        } catch (JsonSyntaxException e) {
            document = null;
            error = e;
            return;
        }
        move.run();
        // What was given another value elsewhere is no longer what is being typed here.
        places.forEach((pointer, place) -> {
            if (!source(pointer).equals(before.get(place))) {
                place.held = null;
                place.guessAgain |= outside;
            }
        });
    }
}
