package dev.benchlight.app.ui;

import dev.benchlight.app.ui.palette.Palette;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import java.util.List;
import java.util.Objects;

/// How the parts of the window stand together, and how the keyboard moves between them.
final class MainWindow extends StackPane {
    private final SplitPane columns = new SplitPane();
    private final SplitPane rows = new SplitPane();
    private final List<Node> panes;
    private final Parts parts;

    record Parts(
            TopBar top,
            Node sidebar,
            Node centre,
            Node inspector,
            Node dock,
            StatusBar status,
            Palette palette,
            Toast toast) {}

    MainWindow(Parts parts) {
        this.parts = parts;
        panes = List.of(parts.sidebar(), parts.centre(), parts.inspector(), parts.dock());
        columns.getItems().addAll(parts.sidebar(), parts.centre());
        columns.setDividerPositions(0.22);
        SplitPane.setResizableWithParent(parts.sidebar(), false);
        SplitPane.setResizableWithParent(parts.inspector(), false);
        SplitPane.setResizableWithParent(parts.dock(), false);
        rows.setOrientation(Orientation.VERTICAL);
        rows.getItems().add(columns);
        BorderPane frame = new BorderPane(rows);
        frame.setTop(parts.top());
        frame.setBottom(parts.status());
        getChildren().addAll(frame, parts.palette(), parts.toast());
        getStylesheets()
                .add(
                        Objects.requireNonNull(MainWindow.class.getResource("app.css"))
                                .toExternalForm());
    }

    void toggleDock() {
        if (!rows.getItems().remove(parts.dock())) {
            rows.getItems().add(parts.dock());
            rows.setDividerPositions(0.7);
        }
    }

    void toggleInspector() {
        if (!columns.getItems().remove(parts.inspector())) {
            showInspector();
        }
    }

    void showInspector() {
        if (!columns.getItems().contains(parts.inspector())) {
            columns.getItems().add(parts.inspector());
            columns.setDividerPositions(0.2, 0.72);
        }
    }

    /// Moves the keyboard to the next pane that is shown, or the one before.
    void stepPane(int by) {
        List<Node> shown = panes.stream().filter(p -> p.getScene() != null).toList();
        int at = 0;
        Node focused = getScene().getFocusOwner();
        for (Node node = focused; node != null; node = node.getParent()) {
            if (shown.contains(node)) {
                at = shown.indexOf(node);
            }
        }
        Node next = shown.get(Math.floorMod(at + by, shown.size()));
        next.lookupAll("*").stream()
                .filter(n -> n.isFocusTraversable() && !n.isDisabled() && n.isVisible())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    static void key(Scene scene, KeyCode code, Runnable action, KeyCombination.Modifier... with) {
        scene.getAccelerators().put(new KeyCodeCombination(code, with), action);
    }
}
