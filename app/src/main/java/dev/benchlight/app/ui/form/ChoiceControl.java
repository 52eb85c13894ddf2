package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;

import java.util.ArrayList;
import java.util.List;

/// A drop-down of values; what is optional can also be not set.
final class ChoiceControl implements Control {
    private final ArgumentsModel model;
    private final JsonPointer at;
    private final List<Field.Option> options;
    private final ComboBox<String> box = new ComboBox<>();
    private final boolean optional;
    private boolean quiet;

    private ChoiceControl(
            ArgumentsModel model,
            JsonPointer at,
            Field.Facts facts,
            List<Field.Option> options,
            boolean required) {
        this.model = model;
        this.at = at;
        this.options = new ArrayList<>(options);
        this.optional = !required;
        if (facts.nullable() && options.stream().noneMatch(o -> o.value().isNull())) {
            this.options.add(new Field.Option(NullNode.instance, "null"));
        }
        if (optional) {
            String preset =
                    facts.defaultValue() == null ? "" : " · default " + facts.defaultValue();
            box.getItems().add("not set" + preset);
        } else {
            box.setPromptText("required");
        }
        this.options.forEach(option -> box.getItems().add(option.label()));
        box.setMaxWidth(Double.MAX_VALUE);
        box.getSelectionModel()
                .selectedIndexProperty()
                .addListener((o, a, b) -> chosen(b.intValue()));
    }

    static Control choice(
            ArgumentsModel model, JsonPointer at, Field.Choice field, boolean required) {
        return new ChoiceControl(model, at, field.facts(), field.options(), required);
    }

    static Control toggle(
            ArgumentsModel model, JsonPointer at, Field.Toggle field, boolean required) {
        List<Field.Option> options =
                List.of(
                        new Field.Option(BooleanNode.TRUE, "true"),
                        new Field.Option(BooleanNode.FALSE, "false"));
        return new ChoiceControl(model, at, field.facts(), options, required);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(@Nullable JsonValue value) {
        int index =
                value == null
                        ? -1
                        : model.document().map(d -> Fit.indexOf(options, d, value)).orElse(-1);
        quiet = true;
        box.getSelectionModel().select(optional ? index + 1 : index);
        quiet = false;
    }

    private void chosen(int index) {
        if (quiet || index < 0) {
            return;
        }
        if (optional && index == 0) {
            model.remove(at);
        } else {
            model.set(at, options.get(optional ? index - 1 : index).value().toString());
        }
    }
}
