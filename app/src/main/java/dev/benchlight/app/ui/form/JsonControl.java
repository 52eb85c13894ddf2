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

/// Edits one value as JSON in place. While what is typed does not parse it stays here, and the
/// value in the text is the last one that did.
final class JsonControl implements Control {
    private final ArgumentsModel model;
    private final JsonPointer at;
    private final TextArea area = new TextArea();
    private final Label problem = new Label();
    private final VBox node = new VBox(2, area);
    private String shown = "";

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
            model.remove(at);
            return;
        }
        try {
            JsonDocument.parse(text);
            shown = text.strip();
            model.set(at, shown);
        } catch (JsonSyntaxException e) {
            problem.setText("Not JSON yet, not in the arguments: " + e.getMessage() + ".");
            node.getChildren().add(problem);
        }
    }
}
