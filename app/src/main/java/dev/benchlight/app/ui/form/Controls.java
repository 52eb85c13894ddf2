package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.schema.Field;

/// Chooses the control of a field.
final class Controls {
    private Controls() {}

    static Control of(Form form, Field field, Spot spot) {
        ArgumentsModel model = form.model;
        return switch (field) {
            case Field.Text text -> new TextControl(form, spot, text.facts(), text.multiLine());
            case Field.Numeric number -> new NumberControl(model, spot, number.facts());
            case Field.Toggle toggle -> ChoiceControl.toggle(model, spot, toggle);
            case Field.Choice choice -> ChoiceControl.choice(model, spot, choice);
            case Field.MultiChoice choice -> new MultiChoiceControl(model, spot.at(), choice);
            case Field.Group group -> new GroupControl(form, spot.at(), group);
            case Field.Items items -> new ItemsControl(form, spot.at(), items);
            case Field.Variants variants -> new VariantsControl(form, spot, variants);
            case Field.AnyJson ignored -> new JsonControl(form, spot);
        };
    }
}
