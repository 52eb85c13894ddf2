package dev.benchlight.render;

import javafx.scene.Node;

/// Content that is parsed and ready to be shown.
@FunctionalInterface
public interface Rendering {
    /// Builds the node. Called once, on the JavaFX thread, and quick (a few ms).
    Node node();

    /// Called instead, on any thread, where nobody wants to see it any more.
    default void drop() {}
}
