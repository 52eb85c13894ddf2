package dev.benchlight.app.ui;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.workspace.ClientConfigs;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;

/// What stands in the centre while no tab is open: what this program is, and three ways to begin.
final class EmptyState extends VBox {
    private final Button demo = new Button();
    private final ProgressIndicator busy = new ProgressIndicator();
    private final Button importing = new Button();

    EmptyState(Runnable startDemo, Runnable add, Runnable importServers) {
        getStyleClass().add("empty-state");
        Label title = new Label("See exactly what your MCP servers do");
        title.getStyleClass().add(Styles.TITLE_2);
        Label lead =
                new Label(
                        "Connect a server, run its tools, prompts and resources by hand, and look"
                                + " at every message that went over the wire.\nNo account, no"
                                + " telemetry: it talks only to the servers you connect to.");
        lead.getStyleClass().add("lead");
        lead.setWrapText(true);
        busy.getStyleClass().add("button-busy");
        demo.setId("try-demo");
        demo.getStyleClass().addAll(Styles.ACCENT, Styles.LARGE);
        demo.setOnAction(event -> startDemo.run());
        Button addButton = new Button("Add a server");
        addButton.setOnAction(event -> add.run());
        importing.setOnAction(event -> importServers.run());
        Label keys = new Label("Ctrl+K searches everything · Ctrl+N adds a server · F1 lists keys");
        keys.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        getChildren().addAll(title, lead, demo, new HBox(8, addButton, importing), keys);
        demoIs("");
        found(0, List.of());
    }

    /// Puts the keyboard on the first thing to do.
    void focus() {
        demo.requestFocus();
    }

    /// Says how far the demo server is; empty when it is not on its way.
    void demoIs(String step) {
        demo.setText(step.isEmpty() ? "Try the demo server" : "Demo server: " + step + " …");
        demo.setGraphic(step.isEmpty() ? null : busy);
        demo.setDisable(!step.isEmpty());
    }

    /// Counts the servers that other clients have, and says so once it is known.
    void count(ClientConfigs clients, FxBatcher fx) {
        Thread.ofVirtual()
                .name("count-clients")
                .start(() -> {
                    List<ClientConfigs.Found> found =
                            clients.find().stream().filter(f -> !f.drafts().isEmpty()).toList();
                    int count = found.stream().mapToInt(f -> f.drafts().size()).sum();
                    List<String> names =
                            found.stream().map(ClientConfigs.Found::client).distinct().toList();
                    fx.run(() -> found(count, names));
                });
    }

    /// Says how many servers other clients have.
    ///
    /// @param clients their names
    private void found(int servers, List<String> clients) {
        String whose =
                clients.size() > 2
                        ? clients.size() + " other clients"
                        : String.join(" and ", clients);
        importing.setText(
                servers == 0
                        ? "Import from another client"
                        : "Import "
                                + (servers == 1 ? "1 server" : servers + " servers")
                                + " from "
                                + whose);
    }
}
