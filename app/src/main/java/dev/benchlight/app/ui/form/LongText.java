package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonValue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// The beginning of a value that is slow to edit, with its size. It is sent whole.
final class LongText implements Control {
    /// From so many characters on, a text area takes noticeable time for each key.
    static final int MIN = 20_000;

    private static final int SHOWN = 2_000;

    private final ArgumentsModel model;
    private final Spot spot;
    private final TextArea start = new TextArea();
    private final Label size = new Label();
    private final VBox node = new VBox(4);
    private @Nullable JsonValue shown;

    /// @param edit shows it in a field all the same
    LongText(ArgumentsModel model, Spot spot, Runnable edit) {
        this.model = model;
        this.spot = spot;
        start.setEditable(false);
        start.setWrapText(true);
        start.setPrefRowCount(4);
        start.setMinHeight(60);
        TabKey.traverses(start);
        Button copy = button("Copy all");
        copy.setOnAction(e ->
                Clipboard.getSystemClipboard()
                        .setContent(Map.of(DataFormat.PLAIN_TEXT, whole(shown))));
        Button here = button("Edit all (slow)");
        here.setOnAction(e -> edit.run());
        size.getStyleClass().add("form-empty");
        node.getChildren().addAll(start, new HBox(6, copy, here), size);
    }

    private static Button button(String text) {
        Button button = new Button(text);
        button.getStyleClass().add("small-button");
        return button;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return start;
    }

    @Override
    public void show(@Nullable JsonValue value) {
        if (value != null && value.equals(shown)) {
            return;
        }
        shown = value;
        String text = whole(value);
        start.setText(text.substring(0, Math.min(SHOWN, text.length())));
        size.setText(
                String.format(
                        "%,d characters, of which the first %,d are shown. All are sent.",
                        text.length(), Math.min(SHOWN, text.length())));
    }

    private String whole(@Nullable JsonValue value) {
        return value instanceof JsonValue.Str string
                ? string.value()
                : model.source(spot.at()).orElse("");
    }

    static boolean is(@Nullable JsonValue value, boolean asJson) {
        return value != null
                && value.end() - value.start() > MIN
                && (asJson || value instanceof JsonValue.Str || value instanceof JsonValue.Num);
    }
}
