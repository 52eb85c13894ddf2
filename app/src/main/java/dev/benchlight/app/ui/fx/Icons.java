package dev.benchlight.app.ui.fx;

import atlantafx.base.theme.Styles;

import javafx.scene.control.Button;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons and the buttons made of them, each with a name.
public final class Icons {
    private Icons() {}

    public static FontIcon icon(Feather symbol) {
        return new FontIcon(symbol);
    }

    /// A small flat button that shows only an icon.
    ///
    /// @param name what it does, as tooltip and accessible text
    public static Button button(Feather symbol, String name, Runnable action) {
        Button button = new Button(null, icon(symbol));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "icon-action");
        button.setTooltip(Tip.of(name));
        button.setAccessibleText(name);
        button.setOnAction(event -> action.run());
        return button;
    }
}
