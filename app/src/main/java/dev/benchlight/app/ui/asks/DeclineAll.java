package dev.benchlight.app.ui.asks;

import dev.benchlight.app.ui.fx.VisibleText;

import javafx.scene.layout.FlowPane;

import java.util.List;

/// A button for each server that asks several things at once. JavaFX thread only.
final class DeclineAll extends FlowPane {
    DeclineAll(List<OpenQuestion> shown, Questions questions) {
        super(8, 6);
        getStyleClass().add("asks-more");
        shown.stream()
                .filter(OpenQuestion::isOpen)
                .map(OpenQuestion::server)
                .distinct()
                .filter(server -> shown.stream().filter(q -> q.server().equals(server)).count() > 1)
                .forEach(server ->
                        getChildren()
                                .add(
                                        Layout.button(
                                                "Decline all of " + VisibleText.name(server, 40),
                                                () -> questions.declineAll(server),
                                                "small")));
    }
}
