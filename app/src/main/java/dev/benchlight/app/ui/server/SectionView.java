package dev.benchlight.app.ui.server;

import dev.benchlight.app.ui.fx.Icons;
import dev.benchlight.app.ui.fx.VisibleText;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A section under its title, which folds it.
final class SectionView extends VBox {
    private final ServerSection section;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final Button head = new Button();
    private final FontIcon chevron = Icons.icon(Feather.CHEVRON_RIGHT);
    private final StackPane body = new StackPane();

    SectionView(ServerSection section, boolean isOpen) {
        this.section = section;
        getStyleClass().add("server-section");
        Label title = new Label(section.title());
        title.getStyleClass().add("section-title");
        title.setMinWidth(USE_PREF_SIZE);
        Label summary = new Label();
        summary.getStyleClass().add("section-summary");
        section.summaryProperty()
                .subscribe(text -> {
                    summary.setText(VisibleText.name(text));
                    tell();
                });
        HBox line = new HBox(8, chevron, title, summary);
        line.getStyleClass().add("center-line");
        head.setGraphic(line);
        head.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        head.setMaxWidth(Double.MAX_VALUE);
        head.getStyleClass().addAll("flat", "section-head");
        head.setOnAction(_ -> open.set(!open.get()));
        body.getStyleClass().add("section-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
        open.set(isOpen);
        open.subscribe(this::fold);
    }

    ServerSection section() {
        return section;
    }

    BooleanProperty openProperty() {
        return open;
    }

    /// What takes the keyboard.
    Node head() {
        return head;
    }

    private void fold(boolean unfolded) {
        chevron.setIconCode(unfolded ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        body.setVisible(unfolded);
        body.setManaged(unfolded);
        // Only what is seen is laid out.
        if (unfolded) {
            body.getChildren().setAll(section.node());
        } else {
            body.getChildren().clear();
        }
        tell();
    }

    private void tell() {
        String summary = VisibleText.name(section.summaryProperty().get());
        head.setAccessibleText(
                section.title()
                        + (summary.isEmpty() ? "" : ", " + summary)
                        + (open.get() ? ", unfolded" : ", folded"));
    }
}
