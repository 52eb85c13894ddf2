package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonValue;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;

/// The part of a row in which the value is edited. It writes what the user does into the model, and
/// shows what the model says.
interface Control {
    Node node();

    /// What takes the focus.
    default Node focusTarget() {
        return node();
    }

    /// Shows the value of the text; null if there is none.
    void show(@Nullable JsonValue value);

    /// Whether it stands below its name instead of beside it.
    default boolean wide() {
        return false;
    }

    /// Has the row of a place below shown; null if there is none.
    default @Nullable FieldRow reveal(JsonPointer target) {
        return null;
    }
}
