package dev.benchlight.app.ui;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import java.util.function.Consumer;

/// Connections, running calls, the last problem.
final class StatusBar extends HBox {
    private final Label connections = new Label("no connections");
    private final Label running = new Label("nothing running");
    private final Hyperlink problem = new Hyperlink();

    /// @param details called with the problem's sentence when it is clicked
    StatusBar(Consumer<String> details) {
        getStyleClass().add("status-bar");
        problem.setVisible(false);
        problem.setOnAction(event -> details.accept(problem.getText()));
        getChildren().addAll(connections, running, problem);
    }

    void connections(long ready, int all) {
        connections.setText(all == 0 ? "no servers" : ready + " of " + all + " servers connected");
    }

    void running(int calls) {
        running.setText(
                calls == 0 ? "nothing running" : calls == 1 ? "1 running" : calls + " running");
    }

    /// Takes the problem back if it begins with this.
    void solved(String beginning) {
        if (problem.getText().startsWith(beginning)) {
            problem.setText("");
            problem.setVisible(false);
        }
    }

    void problem(String sentence) {
        problem.setText(sentence);
        problem.setVisible(true);
    }
}
