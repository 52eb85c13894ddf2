package dev.benchlight.app.ui.asks;

import javafx.scene.layout.Region;

/// What one question looks like, unfolded. Lives on the JavaFX thread.
interface Body {
    Region node();

    /// Gives what is to be filled in first the focus.
    void focus();

    /// What the user typed, or empty if that is nothing.
    default String draft() {
        return "";
    }
}
