package dev.benchlight.app.ui.asks;

import dev.benchlight.app.ui.fx.Dialogs;

import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/// Asks before a window is closed with what was typed for a server and not sent: that is kept
/// nowhere else, since it may be secret. JavaFX thread only.
final class UnsentGuard {
    private final AsksPanel panel;
    private final Dialogs dialogs;

    UnsentGuard(AsksPanel panel, Dialogs dialogs) {
        this.panel = panel;
        this.dialogs = dialogs;
    }

    /// Guards the window that the panel comes to stand in.
    void guard() {
        panel.sceneProperty()
                .flatMap(Scene::windowProperty)
                .addListener((_, _, window) -> {
                    if (window != null) {
                        window.addEventFilter(
                                WindowEvent.WINDOW_CLOSE_REQUEST, event -> closing(event, window));
                    }
                });
    }

    private void closing(WindowEvent event, Window window) {
        String unsent = panel.unsent();
        if (unsent.isEmpty() || !event.getTarget().equals(window)) {
            return;
        }
        event.consume();
        dialogs.ask(
                new Dialogs.Question(
                        "Close the window",
                        "What you typed for a server was not sent. It is lost with the window.",
                        unsent,
                        "Close the window",
                        "Keep it open"),
                window::hide);
    }
}
