package dev.benchlight.render.hex;

import dev.benchlight.render.ByteSize;
import dev.benchlight.render.Invisible;
import dev.benchlight.render.RenderHost;
import dev.benchlight.render.RenderInput;
import dev.benchlight.render.Sniffed;
import dev.benchlight.render.parts.Aside;
import dev.benchlight.render.parts.Bar;
import dev.benchlight.render.parts.Buttons;

import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/// Bytes, sixteen a row, with a field that goes to an offset. Only on the JavaFX thread.
final class HexPane extends BorderPane {
    private static final int ROW = 20;
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private final HexRows rows;
    private final RenderHost host;
    private final ListView<String> list;
    private final TextField offset = new TextField();
    private final Aside writing = new Aside("hex copy");

    HexPane(RenderInput.Bytes input, RenderHost host) {
        this.host = host;
        rows = new HexRows(input.bytes());
        list = new ListView<>(rows);
        list.setFixedCellSize(ROW);
        list.getStyleClass().add("hex-rows");
        list.setAccessibleText("Bytes in hexadecimal");
        list.setPrefHeight(Math.min(440, ROW * (rows.size() + 1.0)));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setContextMenu(
                new ContextMenu(
                        item("Copy rows (Ctrl+C)", rows::dump),
                        item("Copy as hexadecimal", rows::hex),
                        item("Copy as text", rows::text)));
        dressOffset();
        getStyleClass().add("render-pane");
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setTop(bar(input));
        setCenter(list);
    }

    private Bar bar(RenderInput.Bytes input) {
        Sniffed kind = Sniffed.of(input.bytes());
        int length = input.bytes().length;
        String name = input.name().isEmpty() ? "content." + kind.extension() : input.name();
        return new Bar(
                (length == 0 ? "empty" : kind.label()) + " · " + ByteSize.of(length),
                offset,
                Buttons.icon(Feather.COPY, "Copy selected rows (Ctrl+C)", () -> copy(rows::dump)),
                Buttons.icon(Feather.DOWNLOAD, "Save…", () -> host.save(name, input.bytes())));
    }

    private void dressOffset() {
        offset.getStyleClass().addAll("small", "hex-offset");
        offset.setPromptText("Offset");
        offset.setAccessibleText("Go to offset, decimal or 0x…");
        offset.setTooltip(new Tooltip("Go to an offset, decimal or 0x… (Ctrl+G, then Enter)"));
        offset.setOnAction(_ -> go());
        offset.textProperty().addListener(_ -> offset.pseudoClassStateChanged(WRONG, false));
    }

    private void go() {
        OptionalInt row = rows.row(offset.getText());
        offset.pseudoClassStateChanged(WRONG, row.isEmpty());
        if (row.isPresent()) {
            list.getSelectionModel().clearAndSelect(row.getAsInt());
            list.getFocusModel().focus(row.getAsInt());
            list.scrollTo(Math.max(0, row.getAsInt() - 3));
            list.requestFocus();
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy(rows::dump);
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.G) {
            offset.requestFocus();
            offset.selectAll();
        } else {
            return;
        }
        event.consume();
    }

    private MenuItem item(String name, Function<List<Integer>, String> form) {
        MenuItem item = new MenuItem(name);
        item.setOnAction(_ -> copy(form));
        return item;
    }

    private void copy(Function<List<Integer>, String> form) {
        List<Integer> selected = List.copyOf(list.getSelectionModel().getSelectedIndices());
        if (!selected.isEmpty()) {
            writing.run(() -> Invisible.escape(form.apply(selected)), host::copy);
        }
    }
}
