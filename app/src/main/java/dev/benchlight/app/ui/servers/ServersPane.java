package dev.benchlight.app.ui.servers;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.checkup.Checkups;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.McpConnection;
import dev.benchlight.app.ui.fx.Dialogs;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.Workbench;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The sidebar: every server with its state, and what it offers. Lives on the JavaFX thread.
public final class ServersPane extends VBox {
    private final Connections connections;
    private final ServerActions actions;
    private final Dialogs dialogs;
    private final FxBatcher fx;
    private final Workbench workbench;
    private final SidebarModel model;
    private final ListView<Row> list = new ListView<>();
    private final AtomicBoolean stale = new AtomicBoolean();
    private Set<String> known = Set.of();
    private @Nullable ChangeBadge badge;

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
        this.model = new SidebarModel(actions.signIns()::state);
        getStyleClass().add("servers");
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
        list.setCellFactory(
                view -> new RowCell(this::activate, this::menu, actions.signIns(), this::badge));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        list.setPlaceholder(placeholder());
        list.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuByKey);
        list.widthProperty().subscribe(list::refresh);
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(filter, list);
        connections.subscribe(all -> refresh());
        connections.subscribeToEach(snapshot -> refresh());
        actions.signIns().subscribe(this::refresh);
        refresh();
    }

    /// Marks the servers whose catalogue changed.
    ///
    /// @param show shows the changes of the server of this name
    public void follow(Checkups checkups, Consumer<String> show) {
        badge = new ChangeBadge(checkups, show);
        checkups.subscribe(_ -> fx.run(list::refresh));
    }

    private Optional<Node> badge(String server) {
        return badge == null ? Optional.empty() : badge.of(server);
    }

    /// Unfolds a server and its tools.
    public void reveal(String server) {
        model.reveal(server);
        refresh();
    }

    /// Selects what a tab shows, and unfolds what hides it. The keyboard stays where it is.
    public void follow(Place place) {
        model.seen(place);
        connections.find(place.server()).ifPresent(c -> model.reveal(place, c.snapshot()));
        show();
        List<Row> rows = list.getItems();
        rows.stream()
                .filter(row -> shows(row, place))
                .findFirst()
                .map(rows::indexOf)
                .ifPresent(this::select);
    }

    private static boolean shows(Row row, Place place) {
        return switch (row) {
            case Row.Item item -> item.place().equals(place);
            case Row.Server server -> new Place.ServerPlace(server.server()).equals(place);
            case Row.Section _, Row.Failure _, Row.SignIn _, Row.Note _ -> false;
        };
    }

    private void select(int index) {
        list.getSelectionModel().clearAndSelect(index);
        boolean seen =
                list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                        && flow.getFirstVisibleCell() != null
                        && flow.getFirstVisibleCell().getIndex() <= index
                        && index < flow.getLastVisibleCell().getIndex();
        if (!seen) {
            list.scrollTo(Math.max(0, index - 2));
        }
    }

    /// Puts the keyboard into the list.
    public void focusList() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    /// Shows what is true now, soon.
    public void refresh() {
        if (stale.compareAndSet(false, true)) {
            fx.run(() -> {
                stale.set(false);
                show();
            });
        }
    }

    private void show() {
        int index = list.getSelectionModel().getSelectedIndex();
        Row selected = list.getSelectionModel().getSelectedItem();
        var rows =
                model.rows(
                        connections.all().stream().map(McpConnection::snapshot).toList(),
                        actions.fileProblems());
        if (!rows.equals(list.getItems())) {
            list.getItems().setAll(rows);
            int again = SidebarModel.indexOf(rows, selected);
            list.getSelectionModel()
                    .clearAndSelect(again >= 0 ? again : Math.min(index, rows.size() - 1));
            revealNew(rows);
        }
    }

    /// What was just added may stand below what is seen.
    private void revealNew(List<Row> rows) {
        if (!known.isEmpty()) {
            rows.stream()
                    .filter(row -> row instanceof Row.Server && !known.contains(row.server()))
                    .findFirst()
                    .ifPresent(list::scrollTo);
        }
        known =
                connections.all().stream()
                        .map(connection -> connection.snapshot().entry().name())
                        .collect(Collectors.toSet());
    }

    private void key(KeyEvent event) {
        Row row = list.getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> enter(row);
            case SPACE -> activate(row);
            case RIGHT, LEFT -> {
                if (model.isFolded(row) == (event.getCode() == KeyCode.RIGHT)) {
                    model.toggle(row);
                    show();
                }
            }
            case DELETE -> menu(row.server()).remove();
            case F2 -> menu(row.server()).edit();
            case F5 -> menu(row.server()).restart();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// A server's details open, also to answer what is asked; the space bar and the arrows fold it.
    private void enter(Row row) {
        if (row instanceof Row.Server || row instanceof Row.SignIn) {
            menu(row.server()).details();
        } else {
            activate(row);
        }
    }

    /// The keyboard asks the list for a menu; the menus belong to its rows.
    private void menuByKey(ContextMenuEvent event) {
        Row row = list.getSelectionModel().getSelectedItem();
        if (event.isKeyboardTrigger() && row != null) {
            var corner = list.localToScreen(24, 24);
            menu(row.server()).build().show(list, corner.getX(), corner.getY());
            event.consume();
        }
    }

    private Label placeholder() {
        Label label = new Label("No servers yet. Add one with Ctrl+N, or try the demo server.");
        label.setWrapText(true);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
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
