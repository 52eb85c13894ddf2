package dev.benchlight.app.ui;

import atlantafx.base.theme.Styles;

import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.fx.Theme;
import dev.benchlight.app.ui.fx.VisibleText;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// Workspace, environment, search, and what concerns the whole window.
final class TopBar extends HBox {

    /// What the buttons do.
    record Actions(
            Runnable search,
            Runnable dock,
            Runnable inspector,
            Runnable theme,
            Runnable settings,
            Runnable keys) {}

    /// The folder that is worked in.
    ///
    /// @param reload reads its files again
    record Folder(
            String name, String path, Runnable copyPath, Runnable reload, OtherWorkspaces others) {}

    /// Where variables come from when a server connects.
    ///
    /// @param names of the workspace's environments
    /// @param chosen one of them, or empty
    /// @param explain tells what environments are
    record Environments(
            List<String> names, String chosen, Consumer<String> choose, Runnable explain) {}

    private final Button theme;

    TopBar(Folder folder, Environments environments, Actions actions) {
        getStyleClass().add("top-bar");
        Label brand = new Label("Benchlight");
        brand.getStyleClass().add("brand");
        brand.setMinWidth(Region.USE_PREF_SIZE);
        theme = Icons.button(Feather.SUN, "Switch theme", actions.theme());
        theme.setId("theme");
        Button find = new Button("Search or run anything (Ctrl+K)", Icons.icon(Feather.SEARCH));
        find.getStyleClass().add("search");
        find.setId("search");
        find.setOnAction(event -> actions.search().run());
        getChildren()
                .addAll(
                        brand,
                        workspace(folder),
                        environment(environments),
                        gap(),
                        find,
                        gap(),
                        Icons.button(
                                Feather.ACTIVITY, "Show or hide traces (Ctrl+J)", actions.dock()),
                        Icons.button(
                                Feather.SIDEBAR,
                                "Show or hide the Inspector (Ctrl+I)",
                                actions.inspector()),
                        theme,
                        Icons.button(Feather.SETTINGS, "Settings (Ctrl+Comma)", actions.settings()),
                        Icons.button(
                                Feather.HELP_CIRCLE, "Keyboard shortcuts (F1)", actions.keys()));
    }

    /// Has the button for the theme say what it would change to.
    void themeIs(Theme now) {
        String name = "Switch to the " + now.next().label().toLowerCase(Locale.ROOT) + " theme";
        theme.setTooltip(new Tooltip(name));
        theme.setAccessibleText(name);
    }

    private static MenuButton workspace(Folder folder) {
        MenuItem path = new MenuItem(folder.path());
        path.setMnemonicParsing(false);
        path.setDisable(true);
        MenuButton menu =
                menu(
                        folder.name(),
                        "Workspace: the folder with your servers\n" + folder.path(),
                        path,
                        new SeparatorMenuItem(),
                        item("Copy the path", folder.copyPath()),
                        item("Read the files again", folder.reload()),
                        new SeparatorMenuItem(),
                        item("Open another workspace…", folder.others()::choose));
        for (Path other : folder.others().recent()) {
            MenuItem item = item(other.toString(), () -> folder.others().open(other));
            item.setMnemonicParsing(false);
            menu.getItems().add(item);
        }
        menu.setId("workspace");
        return menu;
    }

    private static MenuButton environment(Environments environments) {
        MenuButton menu =
                menu(
                        environments.chosen().isEmpty() ? "No environment" : environments.chosen(),
                        "Environment: where ${variables} of a server entry come from");
        menu.setId("environment");
        ToggleGroup group = new ToggleGroup();
        for (String name : environments.names()) {
            RadioMenuItem item = new RadioMenuItem(VisibleText.name(name));
            item.setMnemonicParsing(false);
            item.setToggleGroup(group);
            item.setSelected(name.equals(environments.chosen()));
            item.setOnAction(event -> {
                menu.setText(VisibleText.name(name));
                environments.choose().accept(name);
            });
            menu.getItems().add(item);
        }
        if (!environments.names().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().add(item("What is an environment?", environments.explain()));
        return menu;
    }

    private static MenuButton menu(String text, String explained, MenuItem... items) {
        MenuButton menu = new MenuButton(VisibleText.name(text), null, items);
        menu.setMnemonicParsing(false);
        menu.getStyleClass().addAll(Styles.FLAT, "top-menu");
        menu.setTooltip(new Tooltip(explained));
        menu.setAccessibleText(
                explained.lines().findFirst().orElse("") + ": " + VisibleText.name(text));
        menu.setMaxWidth(180);
        return menu;
    }

    private static MenuItem item(String name, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setOnAction(event -> action.run());
        return item;
    }

    private static Region gap() {
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
