package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.schema.Field;

import javafx.scene.control.ContextMenu;

import tools.jackson.databind.JsonNode;

/// What any value can be set to: nothing, null, empty text, its default, JSON in place.
record ValueMenu(Form form, Spot spot, FieldRow row) {

    void fill(ContextMenu menu) {
        ArgumentsModel model = form.model;
        boolean there = model.at(spot.at()).isPresent();
        Field field = row.field();
        if (there && spot.removable()) {
            RowActions.add(menu, "Clear (not sent)", () -> model.remove(spot.at()));
        }
        if (!there && !Fit.isSimple(field)) {
            RowActions.add(menu, "Set empty value", () -> model.set(spot.at(), row.blank()));
        }
        JsonNode preset = field.facts().defaultValue();
        if (preset != null) {
            RowActions.add(menu, "Use the default", () -> model.set(spot.at(), preset.toString()));
        }
        if (field instanceof Field.Text) {
            RowActions.add(menu, "Set to empty text", () -> model.set(spot.at(), "\"\""));
        }
        RowActions.add(menu, "Set to null", () -> model.set(spot.at(), "null"));
        boolean json = model.places().at(spot.at()).asJson;
        RowActions.add(menu, json ? "Edit as a field" : "Edit as JSON", () -> row.asJson(!json));
    }
}
