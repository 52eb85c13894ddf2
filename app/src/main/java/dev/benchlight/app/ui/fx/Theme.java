package dev.benchlight.app.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/// The looks the user can choose from.
public enum Theme {
    SYSTEM("Like the system"),
    LIGHT("Light"),
    DARK("Dark");

    private final String label;

    Theme(String label) {
        this.label = label;
    }

    /// The theme of that name in the settings; like the system if there is none.
    public static Theme named(String name) {
        return switch (name) {
            case "light" -> LIGHT;
            case "dark" -> DARK;
            default -> SYSTEM;
        };
    }

    public String label() {
        return label;
    }

    /// The one to go on with when the user switches; it never looks like this one.
    public Theme next() {
        return isDark() ? LIGHT : DARK;
    }

    /// Whether it is dark now.
    public boolean isDark() {
        return this == DARK
                || (this == SYSTEM
                        && Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    }

    /// Gives all windows this look.
    public void apply() {
        Application.setUserAgentStylesheet(
                isDark()
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet());
    }
}
