package dev.benchlight.app.ui;

import dev.benchlight.app.ui.fx.Icons;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;

/// Workspace, search, and what concerns the whole window.
final class TopBar extends HBox {

    TopBar(String workspace, Runnable search, Runnable theme, Runnable keys) {
        getStyleClass().add("top-bar");
        Label brand = new Label("Benchlight");
        brand.getStyleClass().add("brand");
        Label folder = new Label(workspace);
        folder.setAccessibleText("Workspace " + workspace);
        Button find = new Button("Search or run anything (Ctrl+K)", Icons.icon(Feather.SEARCH));
        find.getStyleClass().add("search");
        find.setId("search");
        find.setOnAction(event -> search.run());
        getChildren()
                .addAll(
                        brand,
                        folder,
                        gap(),
                        find,
                        gap(),
                        Icons.button(Feather.SUN, "Switch theme: system, light, dark", theme),
                        Icons.button(Feather.HELP_CIRCLE, "Keyboard shortcuts (F1)", keys));
    }

    private static Region gap() {
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
