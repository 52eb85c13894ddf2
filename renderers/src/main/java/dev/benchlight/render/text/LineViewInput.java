package dev.benchlight.render.text;

import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Mouse and keyboard of a [LineView].
final class LineViewInput {
    private final LineView view;
    private final ContextMenu menu = new ContextMenu();

    LineViewInput(LineView view, Canvas canvas) {
        this.view = view;
        MenuItem copy = new MenuItem("Copy");
        copy.setOnAction(_ -> view.copy());
        MenuItem all = new MenuItem("Select all");
        all.setOnAction(_ -> selectAll());
        menu.getItems().addAll(copy, all);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        canvas.setOnContextMenuRequested(
                event -> menu.show(canvas, event.getScreenX(), event.getScreenY()));
        view.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void selectAll() {
        view.select(new Selection(0, view.rows().text().length()));
    }

    private void pressed(MouseEvent event) {
        menu.hide();
        view.requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        int offset = view.offsetAt(event.getX(), event.getY());
        switch (event.getClickCount()) {
            case 1 -> view.select(view.selection().moved(offset, event.isShiftDown()));
            case 2 -> view.select(Selection.word(view.rows().text(), offset));
            default -> view.select(view.rows().wholeLine(view.rows().rowAt(offset)));
        }
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            view.select(view.selection().moved(view.offsetAt(event.getX(), event.getY()), true));
            event.consume();
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShiftDown() || event.getDeltaX() != 0) {
            view.scrollColumns(-(event.getDeltaX() + event.getDeltaY()) / 8);
        } else {
            view.scrollRows(-event.getDeltaY() / 14);
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            selectAll();
        } else if (event.isShortcutDown()
                && (event.getCode() == KeyCode.C || event.getCode() == KeyCode.INSERT)) {
            view.copy();
        } else {
            int target = target(event);
            if (target < 0) {
                return;
            }
            view.select(view.selection().moved(target, event.isShiftDown()));
        }
        event.consume();
    }

    /// Where a key moves the caret, or -1.
    private int target(KeyEvent event) {
        Rows rows = view.rows();
        int caret = view.selection().caret();
        int row = rows.rowAt(caret);
        boolean jump = event.isShortcutDown();
        return switch (event.getCode()) {
            case LEFT -> Math.max(0, previous(rows.text(), caret));
            case RIGHT -> Math.min(rows.text().length(), next(rows.text(), caret));
            case UP -> vertical(row, -1, caret);
            case DOWN -> vertical(row, 1, caret);
            case PAGE_UP -> vertical(row, -view.pageRows(), caret);
            case PAGE_DOWN -> vertical(row, view.pageRows(), caret);
            case HOME -> jump ? 0 : rows.start(row);
            case END -> jump ? rows.text().length() : rows.end(row);
            default -> -1;
        };
    }

    private int vertical(int row, int delta, int caret) {
        Rows rows = view.rows();
        int column = Cells.column(rows.text(), rows.start(row), rows.end(row), caret);
        int wanted = Math.clamp(row + delta, 0, rows.count() - 1);
        return Cells.offset(rows.text(), rows.start(wanted), rows.end(wanted), column);
    }

    private static int previous(String text, int at) {
        return at <= 0 ? 0 : at - Character.charCount(Character.codePointBefore(text, at));
    }

    private static int next(String text, int at) {
        return at >= text.length() ? at : at + Character.charCount(text.codePointAt(at));
    }
}
