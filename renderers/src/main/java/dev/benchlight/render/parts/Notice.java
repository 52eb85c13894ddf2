package dev.benchlight.render.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line that says what was cut, refused or found odd, with what can be done about it.
public final class Notice extends HBox {
    public Notice(String text, Node... actions) {
        getStyleClass().add("render-notice");
        setAlignment(Pos.CENTER_LEFT);
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        getChildren().addAll(new FontIcon(Feather.ALERT_CIRCLE), label);
        for (Node action : actions) {
            if (action instanceof Region region) {
                region.setMinWidth(Region.USE_PREF_SIZE);
            }
            getChildren().add(action);
        }
    }
}
