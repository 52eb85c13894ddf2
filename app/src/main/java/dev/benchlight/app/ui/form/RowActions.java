package dev.benchlight.app.ui.form;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import tools.jackson.core.JsonPointer;

/// What can be done with a row's value. The buttons are for the mouse; with the keyboard, Alt+Enter
/// in any control opens the menu of its row, so that Tab goes from field to field.
final class RowActions extends HBox {
    private static final KeyCombination MENU =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.ALT_DOWN);
    private static final KeyCombination UP =
            new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination DOWN =
            new KeyCodeCombination(
                    KeyCode.DOWN, KeyCombination.ALT_DOWN, KeyCombination.SHIFT_DOWN);

    private final Form form;
    private final Spot spot;
    private final FieldRow.Kind kind;
    private final FieldRow row;
    private final Button up = button(Feather.ARROW_UP, "Move up (Alt+Shift+Up)", () -> move(-1));
    private final Button down =
            button(Feather.ARROW_DOWN, "Move down (Alt+Shift+Down)", () -> move(1));
    private final Button more = button(Feather.MORE_VERTICAL, "More (Alt+Enter)", this::menu);

    RowActions(Form form, Spot spot, FieldRow.Kind kind, FieldRow row) {
        this.form = form;
        this.spot = spot;
        this.kind = kind;
        this.row = row;
        setMinWidth(USE_PREF_SIZE);
        if (kind == FieldRow.Kind.ITEM) {
            up.setDisable(spot.at().last().getMatchingIndex() == 0);
            getChildren().addAll(up, down, button(Feather.X, "Remove item", this::remove));
        }
        if (kind == FieldRow.Kind.OWN) {
            getChildren()
                    .addAll(
                            button(Feather.EDIT_2, "Rename", row::editName),
                            button(Feather.X, "Remove", this::remove));
        }
        getChildren().add(more);
    }

    void keys(Node of) {
        of.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    boolean item = kind == FieldRow.Kind.ITEM;
                    if (MENU.match(event)) {
                        menu();
                    } else if (item && UP.match(event)) {
                        move(-1);
                    } else if (item && DOWN.match(event)) {
                        move(1);
                    } else {
                        return;
                    }
                    event.consume();
                });
    }

    void isLast(boolean last) {
        down.setDisable(last);
    }

    private static Button button(Feather icon, String name, Runnable run) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().add("icon-button");
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        button.setFocusTraversable(false);
        button.setOnAction(e -> run.run());
        return button;
    }

    private void move(int by) {
        int index = spot.at().last().getMatchingIndex();
        JsonPointer array = spot.at().head();
        JsonPointer now = array.appendIndex(Math.max(0, index + by));
        if (form.model.at(now).isEmpty()) {
            return;
        }
        form.model.swap(array, index, index + by);
        focus(now);
    }

    private void remove() {
        JsonPointer parent = spot.at().head();
        form.model.remove(spot.at());
        int index = spot.at().last().getMatchingIndex();
        if (form.row(spot.at()) != null) {
            focus(spot.at());
        } else if (index > 0 && form.row(parent.appendIndex(index - 1)) != null) {
            focus(parent.appendIndex(index - 1));
        } else {
            focus(parent);
        }
    }

    private void focus(JsonPointer place) {
        FieldRow there = form.row(place);
        if (there != null) {
            there.focusControl();
        }
    }

    private void menu() {
        ContextMenu menu = new ContextMenu();
        if (kind == FieldRow.Kind.ITEM) {
            add(menu, "Move up", () -> move(-1)).setDisable(up.isDisable());
            add(menu, "Move down", () -> move(1)).setDisable(down.isDisable());
            add(menu, "Remove item", this::remove);
        }
        if (kind == FieldRow.Kind.OWN) {
            add(menu, "Rename", row::editName);
            add(menu, "Remove", this::remove);
        }
        new ValueMenu(form, spot, row).fill(menu);
        menu.show(more, Side.BOTTOM, 0, 0);
    }

    static MenuItem add(ContextMenu menu, String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> run.run());
        menu.getItems().add(item);
        return item;
    }
}
