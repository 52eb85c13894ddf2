package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonValue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

/// Says that an object, array or variant is null, which its schema allows.
final class NullControl implements Control {
    private final Button set = new Button("Set a value");
    private final HBox node = new HBox(8, new Label("null"), set);

    NullControl(Runnable setValue) {
        node.getStyleClass().add("form-line");
        set.getStyleClass().add("small-button");
        set.setOnAction(e -> setValue.run());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return set;
    }

    @Override
    public void show(@Nullable JsonValue value) {}
}
