package dev.benchlight.app.ui.form;

import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;

import java.util.List;

/// Check boxes for an array of enumerated values. The order is that of choosing.
final class MultiChoiceControl implements Control {
    private final ArgumentsModel model;
    private final JsonPointer at;
    private final List<Field.Option> options;
    private final Label count = new Label();
    private final FlowPane node = new FlowPane(12, 4);

    MultiChoiceControl(ArgumentsModel model, JsonPointer at, Field.MultiChoice field) {
        this.model = model;
        this.at = at;
        this.options = field.options();
        List<String> labels = ChoiceControl.labels(options);
        for (int i = 0; i < options.size(); i++) {
            int index = i;
            CheckBox box = new CheckBox(VisibleText.brief(labels.get(i), ChoiceControl.LONGEST));
            box.maxWidthProperty().bind(node.widthProperty());
            box.setOnAction(e -> chosen(index, box.isSelected()));
            node.getChildren().add(box);
        }
        count.getStyleClass().add("form-empty");
        node.getChildren().add(count);
        node.getStyleClass().add("form-choices");
        node.setPrefWrapLength(280);
        node.setMinWidth(0);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return options.isEmpty() ? node : node.getChildren().getFirst();
    }

    @Override
    public void show(@Nullable JsonValue value) {
        boolean some = value instanceof JsonValue.Arr array && !array.items().isEmpty();
        count.setText(some ? "" : RowHead.inWords(value));
        for (int i = 0; i < options.size(); i++) {
            if (node.getChildren().get(i) instanceof CheckBox box) {
                box.setSelected(position(value, i) >= 0);
            }
        }
    }

    private int position(@Nullable JsonValue value, int option) {
        JsonDocument document = model.document().orElse(null);
        if (document == null || !(value instanceof JsonValue.Arr array)) {
            return -1;
        }
        for (int i = 0; i < array.items().size(); i++) {
            if (Fit.indexOf(options, document, array.items().get(i)) == option) {
                return i;
            }
        }
        return -1;
    }

    private void chosen(int option, boolean selected) {
        JsonValue value = model.at(at).orElse(null);
        if (selected && value instanceof JsonValue.Arr array) {
            model.set(at.appendIndex(array.items().size()), options.get(option).value().toString());
        } else if (selected) {
            model.set(at, "[" + options.get(option).value() + "]");
        } else {
            int position = position(value, option);
            if (position >= 0) {
                model.remove(at.appendIndex(position));
            }
        }
    }
}
