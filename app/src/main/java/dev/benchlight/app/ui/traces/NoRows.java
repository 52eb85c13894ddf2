package dev.benchlight.app.ui.traces;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What stands in the table while it shows no row: why, and what to do. Lives on the JavaFX thread.
final class NoRows extends VBox {
    private final TracesModel model;
    private final Label text = new Label();
    private final Button earlier = new Button("Load earlier rows");

    NoRows(TracesModel model, TracesBar bar, Runnable loadEarlier) {
        this.model = model;
        getStyleClass().add("traces-empty");
        Button all = new Button("Clear the filter");
        all.getStyleClass().add(Styles.SMALL);
        all.setOnAction(_ -> bar.clearFilter());
        all.visibleProperty().bind(bar.filtering());
        all.managedProperty().bind(all.visibleProperty());
        earlier.getStyleClass().add(Styles.SMALL);
        earlier.setOnAction(_ -> loadEarlier.run());
        earlier.managedProperty().bind(earlier.visibleProperty());
        HBox buttons = new HBox(8, earlier, all);
        buttons.setAlignment(Pos.CENTER);
        getChildren().addAll(text, buttons);
        refresh(false);
    }

    /// Follows the rows.
    ///
    /// @param searching whether the store is being asked for more
    void refresh(boolean searching) {
        text.setText(model.whyEmpty(searching));
        earlier.setVisible(!searching && model.hasEarlier());
    }
}
