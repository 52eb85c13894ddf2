package dev.benchlight.render.parts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The line above a view: what it is on the left, what can be done on the right.
public final class Bar extends HBox {
    private final Label facts = new Label();

    public Bar(String facts, Node... actions) {
        getStyleClass().add("render-bar");
        setAlignment(Pos.CENTER_LEFT);
        this.facts.setText(facts);
        this.facts.getStyleClass().add("render-facts");
        this.facts.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(this.facts, gap);
        for (Node action : actions) {
            if (action instanceof Region region) {
                region.setMinWidth(Region.USE_PREF_SIZE);
            }
            getChildren().add(action);
        }
    }

    public void setFacts(String text) {
        facts.setText(text);
    }
}
