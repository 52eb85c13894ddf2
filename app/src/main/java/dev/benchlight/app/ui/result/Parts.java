package dev.benchlight.app.ui.result;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Small controls in the tabs' style.
final class Parts {
    private Parts() {}

    static Button icon(Feather icon, String name, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat", "small", "call-icon");
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    static Button text(Feather icon, String name, Runnable action) {
        Button button = new Button(name, new FontIcon(icon));
        button.getStyleClass().add("small");
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Label paragraph(String text, String... styles) {
        Label label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// What may be higher than its place, also for the arrow keys.
    static ScrollPane scrolled(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(true);
        scroll.getStyleClass().add("edge-to-edge");
        return scroll;
    }

    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
