package dev.benchlight.app.ui;

import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.TabContent;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// Names a place, where no feature shows it.
final class PlainTab implements TabContent {
    private final Place place;
    private final Label label;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper draft = new ReadOnlyStringWrapper("");

    PlainTab(Place place) {
        this.place = place;
        label = new Label(place.name() + " of " + place.server());
    }

    @Override
    public String title() {
        return place.name();
    }

    @Override
    public Node node() {
        return label;
    }

    @Override
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty draftProperty() {
        return draft.getReadOnlyProperty();
    }

    @Override
    public void focus() {
        label.requestFocus();
    }

    @Override
    public void close() {
        label.setDisable(true);
    }
}
