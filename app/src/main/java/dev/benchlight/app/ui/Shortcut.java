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
        for (Shortcut shortcut : shortcuts) {
            Label keys = new Label(shortcut.keys().getDisplayText());
            keys.getStyleClass().add("keys");
            keys.setMinWidth(Region.USE_PREF_SIZE);
            grid.addRow(grid.getRowCount(), keys, new Label(shortcut.name()));
        }
        return grid;
    }
}
