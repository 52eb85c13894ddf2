package dev.benchlight.app.ui;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.Icons;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.function.Supplier;

/// Servers or history, one at a time. Lives on the JavaFX thread.
final class Sidebar extends BorderPane {
    private final ToggleButton servers = new ToggleButton("Servers");
    private final ToggleButton history = new ToggleButton("History");
    private final Node serversPane;
    private final Supplier<Node> historyMaker;
    private @Nullable Node historyPane;

    /// @param history built when it is first looked at
    Sidebar(Node serversPane, Supplier<Node> history, Runnable add) {
        this.serversPane = serversPane;
        this.historyMaker = history;
        getStyleClass().add("sidebar");
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(servers, this.history);
        servers.getStyleClass().addAll(Styles.LEFT_PILL, Styles.SMALL);
        servers.setTooltip(new Tooltip("Your servers and what they offer (Ctrl+1)"));
        servers.setOnAction(event -> showServers());
        this.history.getStyleClass().addAll(Styles.RIGHT_PILL, Styles.SMALL);
        this.history.setTooltip(new Tooltip("Calls of this run and earlier ones (Ctrl+2)"));
        this.history.setOnAction(event -> showHistory());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button plus = Icons.button(Feather.PLUS, "Add a server (Ctrl+N)", add);
        HBox head = new HBox(new HBox(servers, this.history), gap, plus);
        head.getStyleClass().add("pane-head");
        setTop(head);
        showServers();
    }

    void showServers() {
        servers.setSelected(true);
        setCenter(serversPane);
    }

    void showHistory() {
        history.setSelected(true);
        Node pane = historyPane == null ? historyMaker.get() : historyPane;
        historyPane = pane;
        setCenter(pane);
    }
}
