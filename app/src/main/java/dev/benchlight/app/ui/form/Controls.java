package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.schema.Field;

import tools.jackson.core.JsonPointer;

/// Chooses the control of a field.
final class Controls {
    private Controls() {}

    static Control of(Form form, Field field, JsonPointer at, boolean required) {
        return switch (field) {
            case Field.Text text ->
                    new TextControl(
                            form.model, at, text.facts(), required, text.multiLine(), false);
            case Field.Numeric number ->
                    new TextControl(form.model, at, number.facts(), required, false, true);
            case Field.Toggle toggle -> ChoiceControl.toggle(form.model, at, toggle, required);
            case Field.Choice choice -> ChoiceControl.choice(form.model, at, choice, required);
            case Field.MultiChoice choice -> new MultiChoiceControl(form.model, at, choice);
            case Field.Group group -> new GroupControl(form, at, group);
            case Field.Items items -> new ItemsControl(form, at, items);
            case Field.Variants variants -> new VariantsControl(form, at, variants, required);
            case Field.AnyJson ignored -> new JsonControl(form.model, at);
        };
    }
}
