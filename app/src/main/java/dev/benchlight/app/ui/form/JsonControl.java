package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.mcp.json.JsonValue;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;

import java.util.Optional;

/// Edits one value as JSON in place. While what is typed does not parse, the model holds it, and
/// nothing can be sent.
final class JsonControl implements Control {
    private final ArgumentsModel model;
    private final JsonPointer at;
    private final TextArea area = new TextArea();
    private final Label problem = new Label();
    private final VBox node = new VBox(2, area);
    private String shown = "";
    private boolean holding;

    JsonControl(ArgumentsModel model, JsonPointer at) {
        this.model = model;
        this.at = at;
        area.getStyleClass().add("json-in-place");
        area.setPrefRowCount(3);
        area.setMinHeight(48);
        area.setPromptText("not set · any JSON");
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        area.textProperty().addListener((o, before, now) -> typed(now));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return area;
    }

    @Override
    public void show(@Nullable JsonValue value) {
        Optional<String> held = model.held(at);
        if (held.isPresent()) {
            if (!held.get().equals(area.getText())) {
                area.setText(held.get());
            }
            holding = true;
            return;
        }
        if (holding) {
            holding = false;
            shown = area.getText();
        }
        String source = value == null ? "" : model.source(at).orElse("");
        if (!source.equals(shown)) {
            shown = source;
            area.setText(source);
        }
    }

    private void typed(String text) {
        node.getChildren().remove(problem);
        if (text.equals(shown)) {
            return;
        }
        if (text.isBlank()) {
            shown = "";
            holding = false;
            model.remove(at);
            model.release(at);
            return;
        }
        try {
            JsonDocument.parse(text);
            shown = text.strip();
            holding = false;
            model.set(at, shown);
            model.release(at);
        } catch (JsonSyntaxException e) {
            problem.setText("Not JSON yet: " + e.getMessage() + ".");
            node.getChildren().add(problem);
            holding = true;
            model.hold(at, text);
        }
    }
}
