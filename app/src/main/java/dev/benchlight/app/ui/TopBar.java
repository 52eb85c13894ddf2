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

    /// What the buttons do.
    record Actions(
            Runnable search,
            Runnable dock,
            Runnable inspector,
            Runnable theme,
            Runnable settings,
            Runnable keys) {}

    TopBar(String workspace, Actions actions) {
        getStyleClass().add("top-bar");
        Label brand = new Label("Benchlight");
        brand.getStyleClass().add("brand");
        Label folder = new Label(workspace);
        folder.setAccessibleText("Workspace " + workspace);
        Button find = new Button("Search or run anything (Ctrl+K)", Icons.icon(Feather.SEARCH));
        find.getStyleClass().add("search");
        find.setId("search");
        find.setOnAction(event -> actions.search().run());
        getChildren()
                .addAll(
                        brand,
                        folder,
                        gap(),
                        find,
                        gap(),
                        Icons.button(
                                Feather.ACTIVITY, "Show or hide traces (Ctrl+J)", actions.dock()),
                        Icons.button(
                                Feather.SIDEBAR,
                                "Show or hide the Inspector (Ctrl+I)",
                                actions.inspector()),
                        Icons.button(
                                Feather.SUN, "Switch theme: system, light, dark", actions.theme()),
                        Icons.button(Feather.SETTINGS, "Settings (Ctrl+Comma)", actions.settings()),
                        Icons.button(
                                Feather.HELP_CIRCLE, "Keyboard shortcuts (F1)", actions.keys()));
    }

    private static Region gap() {
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
