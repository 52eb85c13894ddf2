package dev.benchlight.app.ui.traces;

import javafx.scene.Node;
import javafx.scene.control.TextArea;

/// The one control that shows a body's text, to be read and selected.
final class TextBlock {
    private final TextArea area = new TextArea();

    /// @param name for a screen reader
    TextBlock(String name) {
        area.setEditable(false);
        area.setAccessibleText(name);
        area.getStyleClass().add("inspector-text");
    }

    Node node() {
        return area;
    }

    /// Keeps place and selection where the text is the same.
    void show(String text) {
        if (!text.equals(area.getText())) {
            area.setText(text);
        }
    }
}
