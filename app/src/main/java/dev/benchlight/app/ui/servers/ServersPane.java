package dev.benchlight.app.ui.servers;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.McpConnection;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.workbench.Workbench;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.concurrent.atomic.AtomicBoolean;

/// The sidebar: every server with its state, and what it offers. Lives on the JavaFX thread.
public final class ServersPane extends VBox {
    private final Connections connections;
    private final ServerActions actions;
    private final Dialogs dialogs;
    private final FxBatcher fx;
    private final Workbench workbench;
    private final SidebarModel model = new SidebarModel();
    private final ListView<Row> list = new ListView<>();
    private final AtomicBoolean stale = new AtomicBoolean();

    public ServersPane(
            Connections connections,
            ServerActions actions,
            Dialogs dialogs,
            FxBatcher fx,
            Workbench workbench) {
        this.connections = connections;
        this.actions = actions;
        this.dialogs = dialogs;
        this.fx = fx;
        this.workbench = workbench;
        getStyleClass().add("sidebar");
        Label title = new Label("Servers");
        title.getStyleClass().add(Styles.TEXT_BOLD);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head =
                new HBox(
                        6,
                        title,
                        gap,
                        Icons.button(Feather.PLUS, "Add a server (Ctrl+N)", this::add));
        head.getStyleClass().add("pane-head");
        TextField filter = new TextField();
        filter.setId("sidebar-filter");
        filter.setPromptText("Filter tools, prompts, resources");
        filter.setAccessibleText("Filter tools, prompts, resources");
        filter.textProperty()
                .subscribe(text -> {
                    model.setFilter(text);
                    show();
                });
        list.setId("servers");
        list.setAccessibleText("Servers and what they offer");
        list.getStyleClass().addAll(Styles.DENSE, "flat-list");
        list.setCellFactory(view -> new RowCell(this::activate, this::menu));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        list.widthProperty().subscribe(list::refresh);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, filter, list);
        connections.subscribe(all -> refresh());
        connections.subscribeToEach(snapshot -> refresh());
        refresh();
    }

    /// Unfolds a server and its tools.
    public void reveal(String server) {
        model.reveal(server);
        refresh();
    }

    /// Opens the dialog to add a server.
    public void add() {
        AddServerPane.paste(dialogs, actions);
    }

    private void refresh() {
        if (stale.compareAndSet(false, true)) {
            fx.run(() -> {
                stale.set(false);
                show();
            });
        }
    }

    private void show() {
        int selected = list.getSelectionModel().getSelectedIndex();
        var rows = model.rows(connections.all().stream().map(McpConnection::snapshot).toList());
        if (!rows.equals(list.getItems())) {
            list.getItems().setAll(rows);
            list.getSelectionModel().clearAndSelect(Math.min(selected, rows.size() - 1));
        }
    }

    private void key(KeyEvent event) {
        Row row = list.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        switch (event.getCode()) {
            case ENTER, SPACE -> activate(row);
            case RIGHT, LEFT -> {
                model.toggle(row);
                show();
            }
            case DELETE -> {
                if (row instanceof Row.Server) {
                    connections.find(row.server()).ifPresent(actions::remove);
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void activate(Row row) {
        if (row instanceof Row.Item item) {
            workbench.open(item.place(), "");
        } else {
            model.toggle(row);
            show();
        }
    }

    private ServerMenu menu(String server) {
        return new ServerMenu(connections.find(server), actions, dialogs, workbench);
    }
}
