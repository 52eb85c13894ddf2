package dev.benchlight.app.ui.traces;

import atlantafx.base.theme.Styles;

import dev.benchlight.trace.FrameId;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// The frames of a span as a table, and the bytes of the selected one.
final class FramesPage {
    private final TableView<FrameLine> table = new TableView<>();
    private final ToggleButton text = new ToggleButton("Text");
    private final ToggleButton hex = new ToggleButton("Hex");
    private final BodyPage bytes;
    private final SplitPane root;

    FramesPage(Consumer<String> copy) {
        bytes = new BodyPage("frame", copy);
        bytes.lead(views());
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
        FrameId chosen = selected();
        if (table.getItems().equals(lines)) {
            return;
        }
        table.getItems().setAll(lines);
        int index = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).frame().id().equals(chosen)) {
                index = i;
            }
        }
        table.getSelectionModel().select(index);
    }

    private @Nullable FrameId selected() {
        FrameLine line = table.getSelectionModel().getSelectedItem();
        return line == null ? null : line.frame().id();
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
        javafx.scene.control.Label head = new javafx.scene.control.Label(title);
        head.setTooltip(new Tooltip(about));
        column.setGraphic(head);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 40));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
        return column;
    }

    private Node views() {
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(text, hex);
        text.getStyleClass().addAll(Styles.LEFT_PILL, Styles.SMALL);
        hex.getStyleClass().addAll(Styles.RIGHT_PILL, Styles.SMALL);
        text.setTooltip(new Tooltip("The bytes as UTF-8"));
        hex.setTooltip(new Tooltip("The bytes in hexadecimal"));
        for (ToggleButton each : List.of(text, hex)) {
            each.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
            each.setOnAction(_ -> {
                each.setSelected(true);
                draw();
            });
        }
        HBox box = new HBox(text, hex);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private void choose(@Nullable FrameLine line) {
        if (line != null) {
            boolean binary = FrameBytes.isBinary(line.frame());
            hex.setSelected(binary);
            text.setSelected(!binary);
        }
        draw();
    }

    private void draw() {
        FrameLine line = table.getSelectionModel().getSelectedItem();
        if (line == null) {
            bytes.show(Body.EMPTY);
        } else {
            bytes.show(
                    hex.isSelected()
                            ? FrameBytes.hex(line.frame())
                            : FrameBytes.text(line.frame()));
        }
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
