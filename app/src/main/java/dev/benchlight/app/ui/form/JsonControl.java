package dev.benchlight.app.ui.form;

import dev.benchlight.app.ui.form.Places.Held;
import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.mcp.json.JsonValue;

import javafx.scene.Node;
import javafx.scene.control.TextArea;

import org.jspecify.annotations.Nullable;

/// Edits one value as JSON in place. While what is typed does not parse, the model holds it, and
/// nothing can be sent.
final class JsonControl implements Control {
    private final ArgumentsModel model;
    private final Spot spot;
    private final TextArea area = new TextArea();
    private String shown = "";
    private boolean quiet;

    JsonControl(Form form, Spot spot) {
        this.model = form.model;
        this.spot = spot;
        area.getStyleClass().add("json-in-place");
        area.setMinHeight(28);
        area.setPromptText((spot.required() ? "required" : "not set") + " · any JSON");
        TabKey.traverses(area);
        area.textProperty().addListener((o, before, now) -> typed(now));
        area.focusedProperty().addListener((o, before, now) -> form.typing(spot.at(), now));
    }

    @Override
    public Node node() {
        return area;
    }

    @Override
    public void show(@Nullable JsonValue value) {
        Held held = model.held(spot.at()).filter(Held::json).orElse(null);
        String source = value == null ? "" : model.source(spot.at()).orElse("");
        // A text area would drop the one character that JSON need not escape and it does not show.
        String wanted = held == null ? source.replace("\u007f", "\\u007f") : held.text();
        if (!wanted.equals(shown)) {
            shown = wanted;
            area.setPrefRowCount(Math.clamp(wanted.lines().count(), 2, 12));
            quiet = true;
            area.setText(wanted);
            quiet = false;
        }
    }

    private void typed(String text) {
        if (quiet) {
            return;
        }
        shown = text.strip();
        if (shown.isEmpty() && spot.removable()) {
            model.remove(spot.at());
            return;
        }
        try {
            JsonDocument.parse(shown);
            model.setTyped(spot.at(), shown);
        } catch (JsonSyntaxException e) {
            shown = text;
            String why =
                    text.isBlank()
                            ? "A value is missing here."
                            : "Not JSON yet: " + e.getMessage() + ".";
            model.hold(spot.at(), new Held(text, why, true));
        }
    }
}
