package dev.benchlight.app.ui;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.McpConnection;
import dev.benchlight.app.ui.settings.JsonFile;
import dev.benchlight.app.ui.workbench.Place;
import dev.benchlight.app.ui.workbench.TabContent;
import dev.benchlight.app.ui.workbench.TabFactory;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/// The open tabs, over the empty state. What is open, in which order, and what was typed, is kept
/// in a file. Lives on the JavaFX thread.
final class TabArea extends StackPane {
    private final Connections connections;
    private final TabFactory factory;
    private final JsonFile file;
    private final EmptyState empty;
    private final TabPane tabs = new TabPane();
    private final Map<Tab, Open> open = new HashMap<>();
    private final AwayTabs away = new AwayTabs();
    private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();

    /// Until then, what was kept must not be written over.
    private boolean restored;

    /// The tab in front since the one that was there went away.
    private @Nullable Tab standIn;

    private record Open(Place opened, Connection connection, TabContent content) {
        /// The place, under the name its server has now.
        Place place() {
            return opened.at(connection.entry().name());
        }

        SavedTab saved(boolean selected) {
            return new SavedTab(place(), content.draftProperty().get(), selected);
        }
    }

    TabArea(Connections connections, TabFactory factory, JsonFile file, EmptyState empty) {
        this.connections = connections;
        this.factory = factory;
        this.file = file;
        this.empty = empty;
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        tabs.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
        tabs.visibleProperty().bind(empty.visibleProperty().not());
        empty.visibleProperty().bind(Bindings.isEmpty(tabs.getTabs()));
        tabs.getTabs().addListener((ListChangeListener<Tab>) change -> save());
        tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> save());
        getChildren().addAll(empty, tabs);
        connections.subscribe(this::follow);
    }

    /// How many tabs have a call under way.
    ReadOnlyIntegerProperty running() {
        return running.getReadOnlyProperty();
    }

    void open(Place place, String draft) {
        for (Tab tab : tabs.getTabs()) {
            if (draft.isEmpty() && place.equals(Objects.requireNonNull(open.get(tab)).place())) {
                tabs.getSelectionModel().select(tab);
                focus();
                return;
            }
        }
        connections.find(place.server()).ifPresent(c -> add(c, place, draft));
        focus();
    }

    /// Calls `listener` with the place of each tab that comes to the front.
    void onSelect(Consumer<Place> listener) {
        tabs.getSelectionModel()
                .selectedItemProperty()
                .subscribe(tab -> selected().ifPresent(o -> listener.accept(o.place())));
    }

    /// Opens again what was open when the program ended, each as a tab of its own. What belongs to
    /// a server that is not there now is kept for when it is.
    void restore(List<SavedTab> saved) {
        for (int i = 0; i < saved.size(); i++) {
            away.add(saved.get(i), i);
        }
        connections.all().forEach(this::bringBack);
        standIn = tabs.getSelectionModel().getSelectedItem();
        restored = true;
        save();
    }

    /// Closes the tabs of a server that the user has removed.
    void forget(Connection removed) {
        for (Tab tab : List.copyOf(tabs.getTabs())) {
            if (isOf(tab, removed)) {
                close(tab);
            }
        }
        away.forget(removed.entry().name());
        save();
    }

    void closeSelected() {
        Tab tab = tabs.getSelectionModel().getSelectedItem();
        if (tab != null) {
            close(tab);
        }
    }

    /// Does what the selected tab's main button does.
    void runSelected() {
        selected().ifPresent(o -> o.content().run());
    }

    /// Puts the keyboard on a section of the selected tab.
    void goTo(String section) {
        selected().ifPresent(o -> o.content().goTo(section));
    }

    /// Puts the keyboard into the selected tab, or on what there is to do without one.
    void focus() {
        selected()
                .ifPresentOrElse(
                        o -> {
                            // What was never shown has no parts yet that could take the keyboard.
                            tabs.applyCss();
                            o.content().focus();
                        },
                        empty::focus);
    }

    void step(int by) {
        int count = tabs.getTabs().size();
        if (count > 0) {
            tabs.getSelectionModel()
                    .select(Math.floorMod(tabs.getSelectionModel().getSelectedIndex() + by, count));
            focus();
        }
    }

    void closeAll() {
        open.values().forEach(o -> o.content().close());
    }

    private Optional<Open> selected() {
        return Optional.ofNullable(tabs.getSelectionModel().getSelectedItem()).map(open::get);
    }

    private void add(Connection connection, Place place, String draft) {
        tabs.getSelectionModel().select(add(connection, place, draft, tabs.getTabs().size()));
    }

    private Tab add(Connection connection, Place place, String draft, int index) {
        TabContent content = factory.open(connection, place, draft);
        Tab tab = new Tab();
        tab.setContent(content.node());
        tab.setGraphic(new TabHead(place, content, () -> close(tab)));
        tab.setTooltip(TabHead.tooltip(place));
        open.put(tab, new Open(place, connection, content));
        tab.setOnClosed(event -> closed(tab));
        content.runningProperty().subscribe(this::countRunning);
        content.draftProperty().subscribe(this::save);
        tabs.getTabs().add(Math.min(index, tabs.getTabs().size()), tab);
        return tab;
    }

    private void close(Tab tab) {
        tabs.getTabs().remove(tab);
        closed(tab);
        focus();
    }

    private void closed(Tab tab) {
        Open gone = open.remove(tab);
        if (gone != null) {
            gone.content().close();
            countRunning();
            save();
        }
    }

    /// Follows the servers there are. A file that is moved about, or a branch that is changed,
    /// takes a server away for a moment only; its tabs come back with it.
    private void follow(List<McpConnection> all) {
        boolean selectedWent = putAway(all);
        if (selectedWent) {
            standIn = tabs.getSelectionModel().getSelectedItem();
        }
        all.forEach(this::bringBack);
        save();
    }

    /// @return whether the tab in front is among them
    private boolean putAway(List<McpConnection> all) {
        List<Tab> before = List.copyOf(tabs.getTabs());
        Tab selected = tabs.getSelectionModel().getSelectedItem();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            places.add(away.among(i));
        }
        boolean selectedWent = false;
        for (int i = 0; i < before.size(); i++) {
            Tab tab = before.get(i);
            if (all.stream().noneMatch(c -> isOf(tab, c))) {
                boolean inFront = tab.equals(selected);
                selectedWent |= inFront;
                away.add(Objects.requireNonNull(open.get(tab)).saved(inFront), places.get(i));
                tabs.getTabs().remove(tab);
                closed(tab);
            }
        }
        return selectedWent;
    }

    private void bringBack(McpConnection connection) {
        for (AwayTabs.Back back : away.take(connection.entry().name())) {
            SavedTab saved = back.tab();
            Tab before = tabs.getSelectionModel().getSelectedItem();
            Tab tab = add(connection, saved.place(), saved.text(), back.index());
            if (saved.selected() && (!restored || before == null || before.equals(standIn))) {
                tabs.getSelectionModel().select(tab);
            }
        }
    }

    private boolean isOf(Tab tab, Connection connection) {
        Open shown = open.get(tab);
        return shown != null && shown.connection().equals(connection);
    }

    private void countRunning() {
        running.set(
                (int)
                        open.values().stream()
                                .filter(o -> o.content().runningProperty().get())
                                .count());
    }

    private void save() {
        if (!restored) {
            return;
        }
        Tab selected = tabs.getSelectionModel().getSelectedItem();
        List<SavedTab> saved = new ArrayList<>();
        for (Tab tab : tabs.getTabs()) {
            Open shown = open.get(tab);
            if (shown != null) {
                saved.add(shown.saved(tab.equals(selected)));
            }
        }
        List<SavedTab> all = away.with(saved);
        file.save(() -> SavedTab.write(all));
    }
}
