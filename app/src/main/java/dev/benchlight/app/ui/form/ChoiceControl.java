package dev.benchlight.app.ui.form;

import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A drop-down of values; what is optional can also be not set.
final class ChoiceControl implements Control {
    static final int LONGEST = 200;

    private final ArgumentsModel model;
    private final Spot spot;
    private final List<Field.Option> options;
    private final DropDown box = new DropDown();
    private final boolean optional;
    private boolean quiet;

    private ChoiceControl(
            ArgumentsModel model, Spot spot, Field.Facts facts, List<Field.Option> given) {
        this.model = model;
        this.spot = spot;
        this.options = new ArrayList<>(given);
        this.optional = spot.removable() && !spot.required();
        if (facts.nullable() && given.stream().noneMatch(o -> o.value().isNull())) {
            options.add(new Field.Option(NullNode.instance, "null"));
        }
        if (optional) {
            box.getItems().add(Prompts.notSet(facts, false));
        } else {
            box.setPromptText(
                    options.size() == 1
                            ? "required: " + VisibleText.brief(options.getFirst().label(), LONGEST)
                            : "required");
        }
        labels(options).forEach(label -> box.getItems().add(VisibleText.brief(label, LONGEST)));
        box.getSelectionModel()
                .selectedIndexProperty()
                .addListener((o, a, b) -> chosen(b.intValue()));
    }

    static Control choice(ArgumentsModel model, Spot spot, Field.Choice field) {
        return new ChoiceControl(model, spot, field.facts(), field.options());
    }

    static Control toggle(ArgumentsModel model, Spot spot, Field.Toggle field) {
        List<Field.Option> options =
                List.of(
                        new Field.Option(BooleanNode.TRUE, "true"),
                        new Field.Option(BooleanNode.FALSE, "false"));
        return new ChoiceControl(model, spot, field.facts(), options);
    }

    /// The labels; options that look alike, such as `1` and `"1"`, are told apart by their JSON.
    static List<String> labels(List<Field.Option> options) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        options.forEach(option -> {
            if (!seen.add(option.label())) {
                twice.add(option.label());
            }
        });
        return options.stream().map(option -> label(option, twice)).toList();
    }

    private static String label(Field.Option option, Set<String> twice) {
        String json = option.value().toString();
        boolean titled =
                !option.label().equals(json) && !option.label().equals(option.value().asString(""));
        return !twice.contains(option.label())
                ? option.label()
                : titled ? option.label() + " · " + json : json;
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
            model.remove(spot.at());
        } else {
            model.set(spot.at(), options.get(optional ? index - 1 : index).value().toString());
        }
    }
}
