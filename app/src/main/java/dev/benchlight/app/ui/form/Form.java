package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.schema.Field;
import dev.benchlight.mcp.schema.InitialValue;
import dev.benchlight.mcp.schema.SchemaProblem;
import dev.benchlight.mcp.schema.SchemaReader;

import javafx.scene.control.TextInputControl;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What all rows of one form share: the text they view, the rows there are, and what is wrong.
final class Form {
    final ArgumentsModel model;
    final SchemaReader reader;
    private final Runnable refresh;
    private final Map<JsonPointer, FieldRow> rows = new HashMap<>();
    private final Map<JsonPointer, Field.Group> groups = new HashMap<>();
    private Map<JsonPointer, List<SchemaProblem>> problems = Map.of();
    private @Nullable JsonPointer typing;
    private @Nullable Completer completer;
    private boolean finished;

    /// @param refresh shows the whole text again
    Form(ArgumentsModel model, SchemaReader reader, Runnable refresh) {
        this.model = model;
        this.reader = reader;
        this.refresh = refresh;
        model.newObjects(this::initial);
    }

    /// Has values suggested from now on.
    void completeWith(Completer newCompleter) {
        completer = newCompleter;
    }

    /// Has values suggested for a member of the whole, as long as there is somebody to ask.
    void suggestInto(TextInputControl input, JsonPointer at) {
        if (at.matches() || !at.tail().matches()) {
            return;
        }
        String argument = at.getMatchingProperty();
        new SuggestionPopup(
                input,
                (typed, answer) ->
                        completer == null
                                ? () -> {}
                                : completer.ask(argument, typed, others(argument), answer));
    }

    private Map<String, String> others(String argument) {
        Map<String, String> others = new LinkedHashMap<>();
        model.document()
                .map(JsonDocument::tree)
                .ifPresent(whole ->
                        whole.properties().stream()
                                .filter(member -> !member.getKey().equals(argument))
                                .filter(member -> member.getValue().isString())
                                .forEach(member ->
                                        others.put(
                                                member.getKey(), member.getValue().stringValue())));
        return others;
    }

    /// An object that is made on the way to a member gets the constants its shape asks for.
    private ObjectNode initial(JsonPointer at) {
        Field.Group group = groups.get(at);
        return group == null
                ? JsonNodeFactory.instance.objectNode()
                : InitialValue.of(reader, group);
    }

    void shown(JsonPointer at, Field.Group group) {
        groups.put(at, group);
    }

    void shown(JsonPointer at, FieldRow row) {
        rows.put(at, row);
    }

    @Nullable FieldRow row(JsonPointer at) {
        return rows.get(at);
    }

    /// The rows below a place are no longer shown.
    void gone(JsonPointer at, boolean itself) {
        rows.keySet().removeIf(p -> (itself || !p.equals(at)) && Places.below(at, p) != null);
    }

    /// JSON is being typed at a place; its control stays what it is until that ends.
    void typing(JsonPointer at, boolean now) {
        if (now) {
            typing = at;
        } else if (at.equals(typing)) {
            typing = null;
            refresh.run();
        }
    }

    boolean isTyping(JsonPointer at) {
        return at.equals(typing);
    }

    /// The user has tried to send; from now on it is shown what is missing, too.
    void finished() {
        if (!finished) {
            finished = true;
            List.copyOf(rows.values()).forEach(FieldRow::refreshNotes);
        }
    }

    boolean isFinished() {
        return finished;
    }

    void showProblems(List<SchemaProblem> newProblems) {
        Map<JsonPointer, List<SchemaProblem>> byPlace = new LinkedHashMap<>();
        for (SchemaProblem problem : newProblems) {
            byPlace.computeIfAbsent(problem.pointer(), p -> new ArrayList<>()).add(problem);
        }
        problems = byPlace;
        List.copyOf(rows.values()).forEach(FieldRow::refreshNotes);
    }

    List<SchemaProblem> problems(JsonPointer at) {
        return problems.getOrDefault(at, List.of());
    }

    /// The problems at a place and anywhere below.
    List<SchemaProblem> problemsFrom(JsonPointer at) {
        return problems.entrySet().stream()
                .filter(p -> Places.below(at, p.getKey()) != null)
                .flatMap(p -> p.getValue().stream())
                .toList();
    }
}
