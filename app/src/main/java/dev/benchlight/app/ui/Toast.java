package dev.benchlight.app.ui;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// A short message above everything, for a few seconds.
final class Toast extends Label {
    private final PauseTransition pause = new PauseTransition(Duration.seconds(3));

    Toast() {
        getStyleClass().add("toast");
        setVisible(false);
        setMouseTransparent(true);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
        StackPane.setMargin(this, new Insets(0, 0, 48, 0));
        pause.setOnFinished(event -> setVisible(false));
    }

    void show(String text) {
        setText(text);
        setVisible(true);
        pause.playFromStart();
    }
}
