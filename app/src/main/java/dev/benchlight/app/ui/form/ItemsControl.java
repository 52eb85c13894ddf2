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

/// The items of an array: add, remove, move.
final class ItemsControl implements Control {
    private final Form form;
    private final JsonPointer at;
    private final Field.Items field;
    private final VBox items = new VBox();
    private final Button add = new Button("Add item");
    private final Button more = new Button();
    private final VBox node = new VBox(items, add);
    private int limit = Form.PAGE;

    ItemsControl(Form form, JsonPointer at, Field.Items field) {
        this.form = form;
        this.at = at;
        this.field = field;
        node.getStyleClass().add("form-fields");
        items.getStyleClass().add("form-fields");
        add.getStyleClass().addAll("small-button", "form-add");
        more.getStyleClass().add("small-button");
        add.setOnAction(e -> add());
        more.setOnAction(e -> {
            limit += Form.PAGE;
            show(form.model.at(at).orElse(null));
        });
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public void show(@Nullable JsonValue value) {
        int size = value instanceof JsonValue.Arr array ? array.items().size() : 0;
        int shown = Math.min(size, limit);
        while (items.getChildren().size() > shown) {
            int last = items.getChildren().size() - 1;
            items.getChildren().remove(last);
            form.rows.remove(at.appendIndex(last));
        }
        while (items.getChildren().size() < shown) {
            int index = items.getChildren().size();
            JsonNode schema = schema(index);
            Field.Property property =
                    new Field.Property(
                            String.valueOf(index),
                            schema == null ? form.reader.anything() : schema,
                            true);
            items.getChildren()
                    .add(new FieldRow(form, at.appendIndex(index), property, FieldRow.Kind.ITEM));
        }
        for (Node row : items.getChildren()) {
            if (row instanceof FieldRow item) {
                item.refresh();
            }
        }
        node.getChildren().remove(more);
        if (size > shown) {
            more.setText("Show more (" + (size - shown) + " left)");
            node.getChildren().add(1, more);
        }
        add.setDisable(schema(size) == null);
    }

    private @Nullable JsonNode schema(int index) {
        return index < field.first().size() ? field.first().get(index) : field.rest();
    }

    private void add() {
        JsonValue value = form.model.at(at).orElse(null);
        int size = value instanceof JsonValue.Arr array ? array.items().size() : 0;
        JsonNode schema = schema(size);
        if (schema == null) {
            return;
        }
        String blank = InitialValue.blank(form.reader, schema).toString();
        if (value == null) {
            form.model.set(at, "[\n  " + blank.replace("\n", "\n  ") + "\n]");
        } else {
            form.model.set(at.appendIndex(size), blank);
        }
        FieldRow row = form.rows.get(at.appendIndex(size));
        if (row != null) {
            row.focusControl();
        }
    }
}
