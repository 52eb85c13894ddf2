package dev.benchlight.app.ui.asks;

import dev.benchlight.app.ui.form.ArgumentsEditor;
import dev.benchlight.app.ui.fx.FxBatcher;

import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import tools.jackson.databind.JsonNode;

import java.util.Optional;
import java.util.function.Consumer;

/// JSON to be filled in, that knows whether anybody typed into it. JavaFX thread only.
final class PresetEditor {
    private final ArgumentsEditor editor;
    private final String preset;
    private final Optional<JsonNode> before;
    private String kept;

    /// @param text what it begins with
    PresetEditor(FxBatcher fx, JsonNode schema, String text, double height) {
        editor = new ArgumentsEditor(fx, schema);
        editor.setText(text);
        preset = editor.text();
        before = value();
        kept = preset;
        editor.node().setMinHeight(height);
        VBox.setVgrow(editor.node(), Priority.ALWAYS);
    }

    Region node() {
        return editor.node();
    }

    void focus() {
        editor.focusFirst();
    }

    void onTyped(Runnable listener) {
        editor.onTyped(listener);
    }

    /// What the user typed, or empty if that is nothing.
    String draft() {
        String text = editor.text();
        return text.equals(preset) ? kept.equals(preset) ? "" : kept : text;
    }

    boolean isTouched() {
        return !editor.text().equals(preset);
    }

    /// Goes back to what it began with, or from there to what was typed.
    void swap() {
        String text = editor.text();
        editor.setText(text.equals(preset) ? kept : preset);
        if (!text.equals(preset)) {
            kept = text;
        }
    }

    /// Empty while it is not JSON.
    Optional<JsonNode> value() {
        return Optional.ofNullable(editor.value());
    }

    /// Whether it says something else than it began with.
    boolean isChanged() {
        return !value().equals(before);
    }

    void focusFirstProblem() {
        editor.focusFirstProblem();
    }

    /// Goes on with what fits the schema; else shows what does not.
    void checked(Consumer<JsonNode> then) {
        editor.validateNow(validity ->
                value().filter(_ -> validity.sendable())
                        .ifPresentOrElse(then, editor::focusFirstProblem));
    }
}
