package dev.benchlight.app.ui.traces;

import atlantafx.base.theme.Styles;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Function;

/// The frames of a span as a table, and the bytes of the selected one.
final class FramesPage {
    private final TableView<FrameLine> table = new TableView<>();
    private final BodyPage bytes;
    private final SplitPane root;

    FramesPage(BodyPage bytes) {
        this.bytes = bytes;
        table.getStyleClass().addAll(Styles.DENSE, "inspector-frames");
        table.setAccessibleText("Frames");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        add(column("", "Direction", 26, FrameLine::arrow));
        add(column("Channel", "What kind of bytes", 84, FrameLine::channel));
        add(right(column("Offset", "Bytes since the channel opened", 76, FrameLine::offset)));
        add(right(column("Length", "How many bytes there were", 72, FrameLine::length)));
        add(right(column("Time", "Since the span's start", 84, FrameLine::since)));
        table.setRowFactory(_ -> new Row());
        table.getSelectionModel().selectedItemProperty().addListener((_, _, line) -> choose(line));
        root = new SplitPane(table, bytes.node());
        root.setOrientation(Orientation.VERTICAL);
        root.setDividerPositions(0.4);
    }

    Node node() {
        return root;
    }

    /// The selected frame stays selected if it is among `lines`.
    void show(List<FrameLine> lines) {
        FrameLine chosen = table.getSelectionModel().getSelectedItem();
        if (!table.getItems().equals(lines)) {
            table.getItems().setAll(lines);
            table.getSelectionModel().select(Math.max(0, lines.indexOf(chosen)));
        }
    }

    private void choose(@Nullable FrameLine line) {
        bytes.show(line == null ? Body.EMPTY : Body.of(line.frame()));
    }

    private void add(TableColumn<FrameLine, String> column) {
        table.getColumns().add(column);
    }

    private static TableColumn<FrameLine, String> right(TableColumn<FrameLine, String> column) {
        column.getStyleClass().add("right");
        return column;
    }

    private static TableColumn<FrameLine, String> column(
            String title, String about, double width, Function<FrameLine, String> value) {
        TableColumn<FrameLine, String> column = new TableColumn<>();
        Label head = new Label(title);
        head.setTooltip(new Tooltip(about));
        column.setGraphic(head);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 40));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }

    private static final class Row extends TableRow<FrameLine> {
        Row() {
            setAccessibleRole(AccessibleRole.TABLE_ROW);
        }

        @Override
        protected void updateItem(@Nullable FrameLine line, boolean empty) {
            super.updateItem(line, empty);
            setAccessibleText(line == null ? null : line.spoken());
        }
    }
}
