package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonText;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.schema.Field;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/// A text field, of several lines when the text has them.
final class TextControl implements Control {
    private static final int LONG = 120;

    private final Form form;
    private final ArgumentsModel model;
    private final Spot spot;
    private final Field.Facts facts;
    private final StackPane node = new StackPane();
    private TextInputControl input;
    private boolean quiet;

    TextControl(Form form, Spot spot, Field.Facts facts, boolean multiLine) {
        this.form = form;
        this.model = form.model;
        this.spot = spot;
        this.facts = facts;
        node.setAlignment(Pos.TOP_LEFT);
        this.input = use(multiLine ? new Lines() : new Line());
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
        String text = value instanceof JsonValue.Str string ? string.value() : "";
        boolean lines = text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0 || text.length() > LONG;
        if (lines && input instanceof Line) {
            String name = input.getAccessibleText();
            int caret = input.getCaretPosition() + text.length() - input.getLength();
            boolean focused = input.isFocused();
            input = use(new Lines());
            input.setAccessibleText(name);
            fill(text);
            if (focused) {
                input.requestFocus();
                input.positionCaret(Math.clamp(caret, 0, text.length()));
            }
        }
        input.setPromptText(Prompts.of(value, facts, spot));
        if (!input.getText().equals(text)) {
            fill(text);
        }
    }

    private void fill(String text) {
        quiet = true;
        input.setText(text);
        quiet = false;
    }

    /// Emptied text is not sent where it need not be; the menu can still make it empty text.
    private void typed(String text) {
        if (quiet) {
            return;
        }
        if (text.isEmpty() && spot.removable() && !spot.required()) {
            model.remove(spot.at());
        } else {
            model.set(spot.at(), JsonText.quote(text));
        }
    }

    private TextInputControl use(TextInputControl control) {
        control.textProperty().addListener((o, before, now) -> typed(now));
        form.suggestInto(control, spot.at());
        node.getChildren().setAll(control);
        return control;
    }

    /// Writes a text that this input would change by dropping characters; the row then shows it
    /// with a control that can.
    private boolean keepsAll(String allowed, int start, int end, String with) {
        if (Fit.unshowable(with, allowed) == null && with.length() < LongText.MIN) {
            return true;
        }
        String whole = input.getText();
        model.set(
                spot.at(), JsonText.quote(whole.substring(0, start) + with + whole.substring(end)));
        return false;
    }

    private final class Line extends TextField {
        Line() {
            addEventHandler(
                    KeyEvent.KEY_PRESSED,
                    event -> {
                        if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
                            replaceSelection("\n");
                            event.consume();
                        }
                    });
        }

        @Override
        public void replaceText(int start, int end, String with) {
            String text = with.replace("\r\n", "\n");
            if (keepsAll("", start, end, text)) {
                super.replaceText(start, end, text);
            }
        }
    }

    private final class Lines extends TextArea {
        Lines() {
            setPrefRowCount(3);
            setWrapText(true);
            setMinHeight(60);
            TabKey.traverses(this);
        }

        @Override
        public void replaceText(int start, int end, String with) {
            String text = with.replace("\r\n", "\n");
            if (keepsAll("\n\t", start, end, text)) {
                super.replaceText(start, end, text);
            }
        }
    }
}
