package dev.benchlight.app.ui;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

import java.util.List;

/// Something the window does on a key: in the palette and in the list of keys under this name.
record Shortcut(KeyCombination keys, String name, Runnable action) {

    /// @param keys as [KeyCombination#valueOf(String)] reads them
    static Shortcut of(String keys, String name, Runnable action) {
        return new Shortcut(KeyCombination.valueOf(keys), name, action);
    }

    /// What the keys do, as a table.
    static Region table(List<Shortcut> shortcuts) {
        GridPane grid = new GridPane(24, 6);
        grid.setPrefWidth(420);
        shortcuts.forEach(s -> add(grid, s.keys().getDisplayText(), s.name()));
        add(grid, "Esc", "Cancel the call that runs in the tab");
        add(grid, "Alt+Enter", "What else can be done with a field");
        add(grid, "Alt+Shift+↑ ↓", "Move an item of a list");
        add(grid, "Shift+Tab", "Leave the JSON editor, where Tab indents");
        add(grid, "Ctrl+F", "Find in a result, or in the traces");
        add(grid, "Ctrl+R · Ctrl+E", "Re-run the selected trace, or edit it first");
        add(grid, "F2 · F5 · Del", "Edit, restart, remove the selected server");
        return grid;
    }

    private static void add(GridPane grid, String keys, String does) {
        Label label = new Label(keys);
        label.getStyleClass().add("keys");
        label.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), label, new Label(does));
    }
}
