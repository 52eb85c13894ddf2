package dev.benchlight.app.ui.form;

import dev.benchlight.app.ui.form.Places.Held;
import dev.benchlight.mcp.json.JsonText;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;

import javafx.scene.Node;
import javafx.scene.control.TextField;

import org.jspecify.annotations.Nullable;

/// A text field for a number, which is sent digit by digit as it was typed. What is no number yet
/// stands in the text as a string, and is not sent.
final class NumberControl implements Control {
    private final ArgumentsModel model;
    private final Spot spot;
    private final Field.Facts facts;
    private final TextField input = new TextField();
    private boolean quiet;

    NumberControl(ArgumentsModel model, Spot spot, Field.Facts facts) {
        this.model = model;
        this.spot = spot;
        this.facts = facts;
        input.textProperty().addListener((o, before, now) -> typed(now.strip()));
    }

    @Override
    public Node node() {
        return input;
    }

    @Override
    public void show(@Nullable JsonValue value) {
        String text =
                switch (value) {
                    case JsonValue.Num digits -> digits.text();
                    case JsonValue.Str string -> string.value();
                    case null, default -> "";
                };
        String shown = model.held(spot.at()).map(Held::text).orElse(text);
        input.setPromptText(Prompts.of(value, facts, spot));
        if (!input.getText().strip().equals(shown)) {
            quiet = true;
            input.setText(shown);
            quiet = false;
        }
    }

    private void typed(String text) {
        if (quiet) {
            return;
        }
        if (JsonText.isNumber(text)) {
            model.set(spot.at(), text);
        } else if (!text.isEmpty()) {
            Held held = new Held(text, "This is not a number.", false);
            model.setUnfit(spot.at(), JsonText.quote(text), held);
        } else if (spot.removable()) {
            model.remove(spot.at());
        } else {
            model.hold(spot.at(), new Held("", "A number is missing here.", false));
        }
    }
}
