package dev.benchlight.render.table;

import dev.benchlight.render.Invisible;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.parts.Aside;
import dev.benchlight.render.parts.Bar;
import dev.benchlight.render.parts.Buttons;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// A [TableData] with its bar. Rows are sorted and written out off the JavaFX thread.
final class TablePane extends BorderPane {
    /// A header for each column is made at once, so their number is limited; files and copies hold
    /// all of them.
    static final int MOST_COLUMNS = 100;

    private static final double ROW = 24;
    private static final double LETTER = 7.5;
    private static final double BOLD = 8.2;

    private final TableData data;
    private final String name;
    private final RenderHost host;
    private final ObservableList<JsonNode> shown = FXCollections.observableArrayList();
    private final TableView<JsonNode> table = new TableView<>(shown);
    private final Aside sorting = new Aside("table sort");
    private final Aside writing = new Aside("table copy");

    /// @param widths the columns to show, each with the characters it needs
    TablePane(TableData data, Map<String, Integer> widths, String name, RenderHost host) {
        this.data = data;
        this.name = name.isEmpty() ? "table" : name.replaceFirst("\\.\\w{1,5}$", "");
        this.host = host;
        shown.setAll(data.rows());
        widths.forEach((column, letters) -> table.getColumns().add(column(column, letters)));
        table.setFixedCellSize(ROW);
        table.getStyleClass().add("json-table");
        table.setAccessibleText("Table of " + facts());
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setSortPolicy(_ -> sort());
        table.setPrefHeight(Math.min(440, ROW * (data.rows().size() + 2.5)));
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        table.setContextMenu(menu());
        getStyleClass().add("render-pane");
        setTop(bar());
        setCenter(table);
    }

    private Bar bar() {
        return new Bar(
                facts(),
                Buttons.icon(Feather.COPY, "Copy selected rows (Ctrl+C)", () -> copyRows(false)),
                Buttons.text("CSV…", "Save all rows as CSV…", () -> save(".csv", data::csv)),
                Buttons.text("JSON…", "Save all rows as JSON…", () -> save(".json", data::json)));
    }

    private String facts() {
        int rows = data.rows().size();
        int all = data.columns().size();
        String size =
                "%,d %s · %s%,d %s"
                        .formatted(
                                rows,
                                rows == 1 ? "row" : "rows",
                                all > MOST_COLUMNS ? MOST_COLUMNS + " of " : "",
                                all,
                                all == 1 ? "column" : "columns");
        if (data.member().isEmpty()) {
            return size;
        }
        String of = size + " of " + Invisible.brief(data.member(), 40);
        String beside = String.join(", ", data.beside());
        return beside.isEmpty() ? of : of + " · not shown: " + Invisible.brief(beside, 80);
    }

    private static TableColumn<JsonNode, @Nullable JsonNode> column(String name, int letters) {
        TableColumn<JsonNode, @Nullable JsonNode> column = new TableColumn<>();
        // A label of its own: a header would take an underscore for a mnemonic.
        column.setGraphic(new Label(Invisible.brief(name, 100)));
        column.setUserData(name);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().get(name)));
        column.setCellFactory(_ -> new ValueCell());
        column.setPrefWidth(
                Math.clamp(Math.max(letters * LETTER + 20, name.length() * BOLD + 40), 60, 360));
        return column;
    }

    /// Sorts by the first of the sorted columns.
    private boolean sort() {
        List<TableColumn<JsonNode, ?>> order = table.getSortOrder();
        if (order.isEmpty()) {
            sorting.stop();
            shown.setAll(data.rows());
            return true;
        }
        String column = String.valueOf(order.getFirst().getUserData());
        boolean descending = order.getFirst().getSortType() == TableColumn.SortType.DESCENDING;
        sorting.run(() -> data.sorted(column, descending), rows -> shown.setAll(rows));
        return true;
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copyRows(false);
            event.consume();
        }
    }

    private ContextMenu menu() {
        return new ContextMenu(
                item("Copy rows (Ctrl+C)", () -> copyRows(false)),
                item("Copy rows with column names", () -> copyRows(true)),
                item("Copy cell", this::copyCell),
                item("Copy row as JSON", this::copyJson));
    }

    private static MenuItem item(String name, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void copyRows(boolean withNames) {
        List<JsonNode> rows = List.copyOf(table.getSelectionModel().getSelectedItems());
        if (!rows.isEmpty()) {
            writing.run(() -> Invisible.escape(data.tabbed(rows, withNames)), host::copy);
        }
    }

    private void copyCell() {
        TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
        if (at.getTableColumn() != null && at.getRow() >= 0) {
            JsonNode value =
                    shown.get(at.getRow()).get(String.valueOf(at.getTableColumn().getUserData()));
            host.copy(value == null ? "" : Invisible.escape(Cell.text(value)));
        }
    }

    private void copyJson() {
        JsonNode row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            writing.run(() -> Invisible.escape(row.toPrettyString()), host::copy);
        }
    }

    private void save(String extension, Callable<String> content) {
        writing.run(
                () -> content.call().getBytes(StandardCharsets.UTF_8),
                bytes -> host.save(name + extension, bytes));
    }
}
