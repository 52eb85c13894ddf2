package dev.benchlight.app.ui.server;

import javafx.scene.Node;

import java.util.List;

/// Something that is known of a server: what it is, and what it is like.
///
/// @param text in the server's words or ours; control characters are made visible where it is shown
/// @param actions small buttons or links that stand after the text
public record Fact(String name, String text, List<Node> actions) {
    public Fact {
        actions = List.copyOf(actions);
    }

    public static Fact of(String name, String text, Node... actions) {
        return new Fact(name, text, List.of(actions));
    }
}
