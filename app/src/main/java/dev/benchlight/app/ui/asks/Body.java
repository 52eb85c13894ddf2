package dev.benchlight.app.ui.asks;

import javafx.scene.layout.Region;

/// What one question looks like, unfolded. Lives on the JavaFX thread.
interface Body {
    Region node();

    /// What ends it; in sight however long the rest is.
    Region foot();

    /// Gives what is to be filled in first the focus.
    void focus();

    /// Answers with what was filled in; of what is dangerous, a key must not be enough.
    default void send() {}

    /// What the user typed, or empty if that is nothing.
    default String draft() {
        return "";
    }
}
