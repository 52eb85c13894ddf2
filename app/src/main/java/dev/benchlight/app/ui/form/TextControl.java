package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonText;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonPointer;

/// A text field, of several lines when the text has them. For a number, what is no number yet is
/// kept as it was typed.
final class TextControl implements Control {
    private static final int LONG = 120;

    private final ArgumentsModel model;
    private final JsonPointer at;
    private final Field.Facts facts;
    private final boolean required;
    private final boolean number;
    private final StackPane node = new StackPane();
    private TextInputControl input;
    private boolean quiet;

    TextControl(
            ArgumentsModel model,
            JsonPointer at,
            Field.Facts facts,
            boolean required,
            boolean multiLine,
            boolean number) {
        this.model = model;
        this.at = at;
        this.facts = facts;
        this.required = required;
        this.number = number;
        this.input = use(multiLine ? area() : new LineField());
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return input;
    }

    @Override
    public void show(@Nullable JsonValue value) {
        String text =
                switch (value) {
                    case JsonValue.Str string -> string.value();
                    case JsonValue.Num digits -> digits.text();
                    case null, default -> "";
                };
        boolean lines =
                !number
                        && (text.indexOf('\n') >= 0
                                || text.indexOf('\t') >= 0
                                || text.length() > LONG);
        if (lines && input instanceof TextField) {
            int caret = input.getCaretPosition();
            boolean focused = input.isFocused();
            input = use(area());
            fill(text);
            if (focused) {
                input.requestFocus();
                input.positionCaret(Math.min(caret, text.length()));
            }
        }
        input.setPromptText(prompt(value));
        boolean sameNumber =
                number && value instanceof JsonValue.Num && input.getText().strip().equals(text);
        if (!sameNumber && !input.getText().equals(text)) {
            fill(text);
        }
    }

    private void fill(String text) {
        quiet = true;
        input.setText(text);
        quiet = false;
    }

    private String prompt(@Nullable JsonValue value) {
        if (value instanceof JsonValue.Null) {
            return "null";
        }
        if (value != null) {
            return "empty text";
        }
        if (facts.defaultValue() != null) {
            return "not set · default " + facts.defaultValue();
        }
        return required ? "required" : "not set";
    }

    private void typed(String text) {
        if (quiet) {
            return;
        }
        if (text.isEmpty() && (number || !required)) {
            model.remove(at);
        } else if (number && JsonText.isNumber(text.strip())) {
            model.set(at, text.strip());
        } else {
            model.set(at, JsonText.quote(text));
        }
    }

    private TextInputControl use(TextInputControl control) {
        control.textProperty().addListener((o, before, now) -> typed(now));
        node.getChildren().setAll(control);
        return control;
    }

    private static TextArea area() {
        TextArea area = new TextArea();
        area.setPrefRowCount(4);
        area.setWrapText(true);
        area.setMinHeight(60);
        return area;
    }

    /// Text with line breaks that is pasted would lose them in a text field.
    private final class LineField extends TextField {
        @Override
        public void replaceText(int start, int end, String with) {
            String text = with.replace("\r\n", "\n");
            if (!number && text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
                model.set(
                        at,
                        JsonText.quote(
                                getText().substring(0, start) + text + getText().substring(end)));
            } else {
                super.replaceText(start, end, text);
            }
        }
    }
}
