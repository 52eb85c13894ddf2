package dev.benchlight.app.ui;

import dev.benchlight.app.ui.palette.Palette;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/// How the parts of the window stand together, and how the keyboard moves between them.
final class MainWindow extends StackPane {
    private final SplitPane columns = new SplitPane();
    private final SplitPane rows = new SplitPane();
    private final List<Node> panes;
    private final Parts parts;
    private double sidebarEdge;
    private double inspectorEdge;
    private double dockEdge;

    record Parts(
            TopBar top,
            Node sidebar,
            TabArea centre,
            Node inspector,
            Node dock,
            Node questions,
            StatusBar status,
            Palette palette,
            Toast toast) {}

    /// @param saved from [#describe()], or empty
    MainWindow(Parts parts, JsonNode saved) {
        this.parts = parts;
        panes =
                List.of(
                        parts.sidebar(),
                        parts.centre(),
                        parts.questions(),
                        parts.inspector(),
                        parts.dock());
        columns.getItems().addAll(parts.sidebar(), parts.centre());
        sidebarEdge = saved.path("sidebar").asDouble(0.22);
        inspectorEdge = saved.path("inspector").asDouble(0.69);
        dockEdge = saved.path("dock").asDouble(0.7);
        if (!saved.has("dock")) {
            rows.heightProperty().addListener(new FirstHeight());
        }
        columns.setDividerPositions(sidebarEdge);
        SplitPane.setResizableWithParent(parts.sidebar(), false);
        SplitPane.setResizableWithParent(parts.inspector(), false);
        SplitPane.setResizableWithParent(parts.dock(), false);
        rows.setOrientation(Orientation.VERTICAL);
        rows.getItems().add(columns);
        BorderPane frame = new BorderPane(rows);
        frame.setTop(parts.top());
        frame.setBottom(parts.status());
        frame.setRight(parts.questions());
        getChildren().addAll(frame, parts.palette(), parts.toast());
        if (saved.path("dockShown").asBoolean(true)) {
            toggleDock();
        }
        if (saved.path("inspectorShown").asBoolean(false)) {
            showInspector();
        }
    }

    /// Which panes are shown and where their edges are, as parts of the window.
    ObjectNode describe() {
        remember();
        return JsonMapper.shared()
                .createObjectNode()
                .put("sidebar", sidebarEdge)
                .put("inspector", inspectorEdge)
                .put("dock", dockEdge)
                .put("dockShown", rows.getItems().contains(parts.dock()))
                .put("inspectorShown", columns.getItems().contains(parts.inspector()));
    }

    void toggleDock() {
        remember();
        if (!rows.getItems().remove(parts.dock())) {
            rows.getItems().add(parts.dock());
            rows.setDividerPositions(dockEdge);
        }
    }

    void toggleInspector() {
        remember();
        if (columns.getItems().remove(parts.inspector())) {
            columns.setDividerPositions(sidebarEdge);
        } else {
            showInspector();
        }
    }

    void showInspector() {
        if (!columns.getItems().contains(parts.inspector())) {
            remember();
            columns.getItems().add(parts.inspector());
            columns.setDividerPositions(sidebarEdge, inspectorEdge);
        }
    }

    private void remember() {
        double[] edges = columns.getDividerPositions();
        sidebarEdge = edges[0];
        inspectorEdge = edges.length > 1 ? edges[1] : inspectorEdge;
        dockEdge = rows.getDividers().isEmpty() ? dockEdge : rows.getDividerPositions()[0];
    }

    /// In a window nobody has arranged yet, a result comes first: the dock takes a few rows of a
    /// small screen, and up to a third of a large one.
    private final class FirstHeight implements ChangeListener<Number> {
        private static final double FEW_ROWS = 132;

        @Override
        public void changed(ObservableValue<? extends Number> height, Number before, Number now) {
            double all = now.doubleValue();
            if (all > 0) {
                height.removeListener(this);
                double dock = Math.clamp(0.6 * (all - 550), FEW_ROWS, Math.max(FEW_ROWS, all / 3));
                dockEdge = 1 - dock / all;
                rows.setDividerPositions(dockEdge);
            }
        }
    }

    /// Moves the keyboard to the next pane that is shown and can take it, or the one before.
    void stepPane(int by) {
        List<Node> shown =
                panes.stream().filter(p -> p.getScene() != null && p.isVisible()).toList();
        int at = 0;
        Node focused = getScene().getFocusOwner();
        for (Node node = focused; node != null; node = node.getParent()) {
            if (shown.contains(node)) {
                at = shown.indexOf(node);
            }
        }
        for (int step = 1; step <= shown.size(); step++) {
            if (enter(shown.get(Math.floorMod(at + step * by, shown.size())))) {
                return;
            }
        }
    }

    /// In the sidebar and in the dock the rows are wanted, not what stands above them.
    ///
    /// @return whether there is anything to enter: an Inspector that shows no row is empty
    private boolean enter(Node pane) {
        if (pane.equals(parts.centre())) {
            parts.centre().focus();
            return true;
        }
        Node rows = pane.lookup(pane.equals(parts.sidebar()) ? ".list-view" : ".trace-table");
        if (rows instanceof ListView<?> list && list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        Optional<Node> first =
                (rows == null ? pane : rows)
                        .lookupAll("*").stream().filter(MainWindow::takesKeyboard).findFirst();
        first.ifPresent(Node::requestFocus);
        return first.isPresent();
    }

    private static boolean takesKeyboard(Node node) {
        return node.isFocusTraversable() && !node.isDisabled() && node.isVisible();
    }
}
