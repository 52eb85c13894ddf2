package dev.benchlight.app.ui;

import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.ui.settings.JsonFile;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.TabContent;
import dev.benchlight.app.ui.workbench.TabFactory;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The open tabs, over the empty state. What is open, and what was typed, is kept in a file. Lives
/// on the JavaFX thread.
final class TabArea extends StackPane {
    private final Connections connections;
    private final TabFactory factory;
    private final JsonFile file;
    private final TabPane tabs = new TabPane();
    private final Map<Tab, Open> open = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();

    private record Open(Place place, TabContent content) {}

    TabArea(Connections connections, TabFactory factory, JsonFile file, EmptyState empty) {
        this.connections = connections;
        this.factory = factory;
        this.file = file;
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        tabs.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
        tabs.visibleProperty().bind(empty.visibleProperty().not());
        empty.visibleProperty().bind(Bindings.isEmpty(tabs.getTabs()));
        getChildren().addAll(empty, tabs);
    }

    /// How many tabs have a call under way.
    ReadOnlyIntegerProperty running() {
        return running.getReadOnlyProperty();
    }

    void open(Place place, String draft) {
        for (Map.Entry<Tab, Open> entry : open.entrySet()) {
            if (draft.isEmpty() && entry.getValue().place().equals(place)) {
                tabs.getSelectionModel().select(entry.getKey());
                return;
            }
        }
        connections.find(place.server()).ifPresent(c -> add(place, factory.open(c, place, draft)));
    }

    /// Opens again what was open when the program ended, each as a tab of its own.
    void restore(List<SavedTab> saved) {
        for (SavedTab tab : saved) {
            connections
                    .find(tab.place().server())
                    .ifPresent(c -> add(tab.place(), factory.open(c, tab.place(), tab.draft())));
        }
    }

    void closeSelected() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        if (tab != null) {
            tabs.getTabs().remove(tab);
            closed(tab);
        }
    }

    void step(int by) {
        int count = tabs.getTabs().size();
        if (count > 0) {
            tabs.getSelectionModel()
                    .select(Math.floorMod(tabs.getSelectionModel().getSelectedIndex() + by, count));
        }
    }

    void closeAll() {
        open.values().forEach(o -> o.content().close());
    }

    private void add(Place place, TabContent content) {
        Tab tab = new Tab(content.title(), content.node());
        tab.setTooltip(new Tooltip(place.name() + " · " + place.server()));
        Label head = new Label(content.title());
        head.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.MIDDLE) {
                tabs.getTabs().remove(tab);
                closed(tab);
            }
        });
        tab.setText(null);
        ProgressIndicator busy = new ProgressIndicator();
        busy.getStyleClass().add("tab-busy");
        busy.setAccessibleText("running");
        busy.visibleProperty().bind(content.runningProperty());
        busy.managedProperty().bind(content.runningProperty());
        HBox line = new HBox(6, busy, head);
        line.getStyleClass().add("center-line");
        tab.setGraphic(line);
        open.put(tab, new Open(place, content));
        tab.setOnClosed(event -> closed(tab));
        content.runningProperty().subscribe(this::countRunning);
        tabs.getTabs().add(tab);
        content.draftProperty().subscribe(this::save);
        tabs.getSelectionModel().select(tab);
        content.focus();
    }

    private void closed(Tab tab) {
        Open gone = open.remove(tab);
        if (gone != null) {
            gone.content().close();
            countRunning();
            save();
        }
    }

    private void countRunning() {
        running.set(
                (int)
                        open.values().stream()
                                .filter(o -> o.content().runningProperty().get())
                                .count());
    }

    private void save() {
        file.save(
                SavedTab.write(
                        tabs.getTabs().stream()
                                .map(open::get)
                                .filter(Objects::nonNull)
                                .map(o ->
                                        new SavedTab(o.place(), o.content().draftProperty().get()))
                                .toList()));
    }
}
