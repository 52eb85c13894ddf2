package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;
import dev.benchlight.mcp.schema.InitialValue;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/// The items of an array: add, remove, move.
final class ItemsControl extends RowsControl {
    private final Field.Items field;
    private int firstShown;

    ItemsControl(Form form, JsonPointer at, Field.Items field) {
        super(form, at, "Add item");
        this.field = field;
        node.getChildren().add(add);
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

    @Override
    void add() {
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
        return reveal(index, at.appendIndex(index), target);
    }
}
