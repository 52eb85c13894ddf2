package dev.benchlight.render.parts;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Small buttons in one style, each with a tooltip and a name for screen readers.
public final class Buttons {
    private Buttons() {}

    public static Button icon(Feather icon, String name, Runnable action) {
        Button button = new Button();
        dress(button, name);
        button.setGraphic(new FontIcon(icon));
        button.setOnAction(_ -> action.run());
        return button;
    }

    public static ToggleButton toggle(Feather icon, String name) {
        ToggleButton button = toggle("", name);
        button.setGraphic(new FontIcon(icon));
        return button;
    }

    /// A toggle with letters for an icon.
    public static ToggleButton toggle(String letters, String name) {
        ToggleButton button = new ToggleButton(letters);
        dress(button, name);
        return button;
    }

    /// A button that names its action, for notices and cards.
    public static Button text(String name, Runnable action) {
        Button button = new Button(name);
        button.getStyleClass().addAll("small", "render-action");
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// The same, with what it does in full for the tooltip and screen readers.
    public static Button text(String name, String full, Runnable action) {
        Button button = text(name, action);
        button.setTooltip(new Tooltip(full));
        button.setAccessibleText(full);
        return button;
    }

    private static void dress(ButtonBase button, String name) {
        button.getStyleClass().add("render-icon-button");
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
    }
}
