package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.schema.Field;
import dev.benchlight.mcp.schema.InitialValue;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

import org.kordamp.ikonli.feather.Feather;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// What can be done with any value: not send it, null, empty text, its default, JSON in place.
final class FieldMenu {
    private final Form form;
    private final JsonPointer at;
    private final Field field;
    private final FieldRow.Kind kind;
    private final FieldRow row;

    FieldMenu(Form form, JsonPointer at, Field field, FieldRow.Kind kind, FieldRow row) {
        this.form = form;
        this.at = at;
        this.field = field;
        this.kind = kind;
        this.row = row;
    }

    Button button() {
        ContextMenu menu = new ContextMenu();
        Button button = FieldRow.action(Feather.MORE_VERTICAL, "More", () -> {});
        button.setOnAction(e -> {
            fill(menu);
            menu.show(button, Side.BOTTOM, 0, 0);
        });
        return button;
    }

    private void fill(ContextMenu menu) {
        menu.getItems().clear();
        boolean there = form.model.at(at).isPresent();
        if (there && kind == FieldRow.Kind.NAMED) {
            add(menu, "Clear (not sent)", () -> form.model.remove(at));
        }
        if (!there && !Fit.isSimple(field)) {
            add(menu, "Set empty value", () -> set(InitialValue.blank(form.reader, field)));
        }
        JsonNode preset = field.facts().defaultValue();
        if (preset != null) {
            add(menu, "Use the default", () -> set(preset));
        }
        if (field instanceof Field.Text) {
            add(menu, "Set to empty text", () -> form.model.set(at, "\"\""));
        }
        add(menu, "Set to null", () -> form.model.set(at, "null"));
        if (form.asJson.contains(at)) {
            add(menu, "Edit as a field", () -> asJson(false));
        } else {
            add(menu, "Edit as JSON", () -> asJson(true));
        }
    }

    private void set(JsonNode value) {
        form.model.set(at, value.toString());
    }

    private void asJson(boolean on) {
        if (on) {
            form.asJson.add(at);
        } else {
            form.asJson.remove(at);
        }
        row.unfold(true);
    }

    private static void add(ContextMenu menu, String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> run.run());
        menu.getItems().add(item);
    }
}
