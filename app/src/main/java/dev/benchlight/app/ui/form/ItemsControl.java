package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;
import dev.benchlight.mcp.schema.InitialValue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/// The items of an array: add, remove, move.
final class ItemsControl implements Control {
    private final Form form;
    private final JsonPointer at;
    private final Field.Items field;
    private final Rows rows;
    private final Pager pager = new Pager(() -> show(value()));
    private final Button add = new Button("Add item");
    private final VBox node;
    private int firstShown;

    ItemsControl(Form form, JsonPointer at, Field.Items field) {
        this.form = form;
        this.at = at;
        this.field = field;
        this.rows = new Rows(form);
        this.node = new VBox(pager, rows, add);
        node.getStyleClass().add("form-fields");
        add.getStyleClass().addAll("small-button", "form-add");
        add.setOnAction(e -> add());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return rows.rows().isEmpty() ? add : rows.rows().getFirst().focusTarget();
    }

    @Override
    public boolean wide() {
        return true;
    }

    private @Nullable JsonValue value() {
        return form.model.at(at).orElse(null);
    }

    @Override
    public void show(@Nullable JsonValue value) {
        List<JsonValue> items = value instanceof JsonValue.Arr array ? array.items() : List.of();
        pager.size(items.size());
        List<FieldRow> old = pager.from() == firstShown ? rows.rows() : List.of();
        firstShown = pager.from();
        List<FieldRow> wanted = new ArrayList<>();
        for (int i = pager.from(); i < pager.end(); i++) {
            int row = i - pager.from();
            wanted.add(row < old.size() ? old.get(row) : row(i));
        }
        rows.show(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            wanted.get(i).refresh(items.get(firstShown + i));
            wanted.get(i).isLast(firstShown + i == items.size() - 1);
        }
        add.setDisable(schema(items.size()) == null);
    }

    private FieldRow row(int index) {
        JsonNode schema = schema(index);
        return new FieldRow(
                form,
                Spot.own(at.appendIndex(index)),
                FieldRow.Kind.ITEM,
                String.valueOf(index),
                schema == null ? form.reader.anything() : schema);
    }

    private @Nullable JsonNode schema(int index) {
        return index < field.first().size() ? field.first().get(index) : field.rest();
    }

    private void add() {
        JsonValue value = value();
        int size = value instanceof JsonValue.Arr array ? array.items().size() : 0;
        JsonNode schema = schema(size);
        if (schema == null) {
            return;
        }
        String blank = InitialValue.blank(form.reader, schema).toString();
        pager.size(size + 1);
        pager.to(size);
        if (value == null) {
            form.model.set(at, "[\n  " + blank.replace("\n", "\n  ") + "\n]");
        } else {
            form.model.set(at.appendIndex(size), blank);
        }
        FieldRow row = form.row(at.appendIndex(size));
        if (row != null) {
            row.focusNew();
        }
    }

    @Override
    public @Nullable FieldRow reveal(JsonPointer target) {
        JsonPointer rest = Places.below(at, target);
        int index = rest == null || rest.matches() ? -1 : rest.getMatchingIndex();
        if (index < 0) {
            return null;
        }
        pager.to(index);
        show(value());
        FieldRow row = form.row(at.appendIndex(index));
        return row == null ? null : row.reveal(target);
    }
}
