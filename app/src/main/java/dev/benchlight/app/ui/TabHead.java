package dev.benchlight.app.ui;

import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.fx.Tip;
import dev.benchlight.app.ui.fx.VisibleText;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.TabContent;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

/// What stands on a tab: its name, and whether it has a call under way.
final class TabHead extends HBox {
    private static final double WIDEST = 220;

    /// @param close closes the tab, on a click of the middle button
    TabHead(Place place, TabContent content, Runnable close) {
        super(6);
        getStyleClass().add("center-line");
        Label name = new Label(VisibleText.name(content.title()));
        name.setMaxWidth(WIDEST);
        ProgressIndicator busy = new ProgressIndicator();
        busy.getStyleClass().add("tab-busy");
        busy.setAccessibleText(VisibleText.name(place.name()) + " is running");
        busy.visibleProperty().bind(content.runningProperty());
        busy.managedProperty().bind(content.runningProperty());
        getChildren().addAll(busy, name);
        if (place instanceof Place.ServerPlace) {
            getChildren().addFirst(Icons.icon(Feather.SERVER));
        }
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.MIDDLE) {
                close.run();
            }
        });
    }

    static Tooltip tooltip(Place place) {
        String about = place instanceof Place.ServerPlace ? "Details" : place.name();
        return Tip.of(VisibleText.name(about) + " · " + VisibleText.name(place.server()));
    }
}
