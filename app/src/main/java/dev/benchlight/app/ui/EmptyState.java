package dev.benchlight.app.ui;

import atlantafx.base.theme.Styles;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What stands in the centre while no tab is open: what this program is, and three ways to begin.
final class EmptyState extends VBox {
    private final Button importing = new Button("Import from another client");

    EmptyState(Runnable demo, Runnable add, Runnable importServers) {
        getStyleClass().add("empty-state");
        Label title = new Label("See exactly what your MCP servers do");
        title.getStyleClass().add(Styles.TITLE_2);
        Label lead =
                new Label(
                        "Connect a server, run its tools, prompts and resources by hand, and look"
                                + " at every message that went over the wire. Nothing leaves this"
                                + " computer unless you connect to it.");
        lead.getStyleClass().add("lead");
        lead.setWrapText(true);
        Button demoButton = new Button("Try the demo server");
        demoButton.setId("try-demo");
        demoButton.getStyleClass().addAll(Styles.ACCENT, Styles.LARGE);
        demoButton.setOnAction(event -> demo.run());
        Button addButton = new Button("Add a server");
        addButton.setOnAction(event -> add.run());
        importing.setOnAction(event -> importServers.run());
        Label keys = new Label("Ctrl+K searches everything · Ctrl+N adds a server · F1 lists keys");
        keys.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        getChildren().addAll(title, lead, demoButton, new HBox(8, addButton, importing), keys);
    }

    /// Says how many servers of other clients there are.
    void found(int servers) {
        importing.setText("Import from another client (" + servers + " found)");
    }
}
