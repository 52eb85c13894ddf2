package dev.benchlight.render.json;

import dev.benchlight.render.Invisible;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.parts.Aside;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import tools.jackson.databind.JsonNode;

import java.util.function.Consumer;

/// A JSON tree as a virtualised list of rows. Arrow keys open and close, Ctrl+C copies the value.
final class JsonTree extends ListView<JsonRow> {
    /// A long value has a bar below the last row, which must not cover it.
    private static final double SCROLL_BAR = 16;

    private static final double ROW = 22;

    private final JsonRows rows;
    private final ObservableList<JsonRow> shown = FXCollections.observableArrayList();
    private final RenderHost host;
    private final Aside writing = new Aside("json copy");

    JsonTree(JsonNode root, RenderHost host) {
        this.host = host;
        rows = new JsonRows(root);
        shown.setAll(rows.rows());
        getStyleClass().add("json-tree");
        setItems(shown);
        setFixedCellSize(ROW);
        setAccessibleText("JSON tree");
        setCellFactory(_ -> new JsonCell(rows::isOpen, this::toggle));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setContextMenu(
                new ContextMenu(
                        item("Copy value (Ctrl+C)", this::copyValue),
                        item("Copy name", row -> host.copy(Invisible.escape(row.key()))),
                        item("Copy path", row -> host.copy(Invisible.escape(row.path(root)))),
                        item(
                                "Copy JSON pointer",
                                row -> host.copy(Invisible.escape(row.pointer())))));
        getSelectionModel().select(0);
    }

    /// A height that shows everything, within reason.
    double naturalHeight(double most) {
        return Math.min(most, shown.size() * ROW + SCROLL_BAR);
    }

    void reveal(String pointer) {
        int index = rows.reveal(pointer);
        shown.setAll(rows.rows());
        getSelectionModel().select(index);
        scrollTo(Math.max(0, index - 3));
    }

    private MenuItem item(String name, Consumer<JsonRow> action) {
        MenuItem item = new MenuItem(name);
        item.setOnAction(_ -> {
            JsonRow row = getSelectionModel().getSelectedItem();
            if (row != null) {
                action.accept(row);
            }
        });
        return item;
    }

    private void copyValue(JsonRow row) {
        writing.run(row::value, host::copy);
    }

    private void toggle(JsonRow row) {
        int index = shown.indexOf(row);
        if (index >= 0 && row.isContainer()) {
            rows.toggle(index);
            shown.setAll(rows.rows());
            getSelectionModel().select(index);
        }
    }

    private void key(KeyEvent event) {
        JsonRow row = getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        boolean wantsOpen = event.getCode() == KeyCode.RIGHT;
        if ((wantsOpen || event.getCode() == KeyCode.LEFT)
                && row.isContainer()
                && rows.isOpen(row) != wantsOpen) {
            toggle(row);
            event.consume();
        } else if (event.getCode() == KeyCode.LEFT) {
            selectParent(row);
            event.consume();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copyValue(row);
            event.consume();
        }
    }

    private void selectParent(JsonRow row) {
        for (int index = shown.indexOf(row) - 1; index >= 0; index--) {
            if (shown.get(index).depth() < row.depth()) {
                getSelectionModel().select(index);
                scrollTo(Math.max(0, index - 3));
                return;
            }
        }
    }
}
