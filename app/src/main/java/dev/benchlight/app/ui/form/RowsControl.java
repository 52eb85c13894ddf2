package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonValue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;

/// Edits a value that consists of others: a row for each, a page at a time, and a button that adds
/// one.
abstract class RowsControl implements Control {
    final Form form;
    final JsonPointer at;
    final Rows rows;
    final Pager pager = new Pager(() -> show(value()));
    final Button add;
    final VBox node;

    RowsControl(Form form, JsonPointer at, String adding) {
        this.form = form;
        this.at = at;
        rows = new Rows(form);
        node = new VBox(pager, rows);
        node.getStyleClass().add("form-fields");
        add = new Button(adding);
        add.getStyleClass().addAll("small-button", "form-add");
        add.setOnAction(e -> add());
    }

    /// Adds a row and takes the user into it.
    abstract void add();

    /// What the text holds at this place, or null.
    final @Nullable JsonValue value() {
        return form.model.at(at).orElse(null);
    }

    @Override
    public final Node node() {
        return node;
    }

    @Override
    public final Node focusTarget() {
        return rows.rows().isEmpty() ? add : rows.rows().getFirst().focusTarget();
    }

    @Override
    public final boolean wide() {
        return true;
    }

    /// Turns to the row's page.
    ///
    /// @param index of the row among all
    /// @param child the row's own place
    final @Nullable FieldRow reveal(int index, JsonPointer child, JsonPointer target) {
        pager.to(index);
        show(value());
        FieldRow row = form.row(child);
        return row == null ? null : row.reveal(target);
    }
}
