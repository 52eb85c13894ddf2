package dev.benchlight.app.ui.server;

import dev.benchlight.app.connections.ConnectionSnapshot;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;

/// Something to show of a server, which can be folded. Lives on the JavaFX thread; made anew for
/// each tab.
public interface ServerSection {
    /// What stands above it; also what it is known by between runs.
    String title();

    /// The same node each time.
    Node node();

    /// Shows what is true now. Called first when the tab is made, then a few times a second at
    /// most; must not wait.
    void show(ConnectionSnapshot snapshot);

    /// Whether there is anything to show; if not, the section is hidden as a whole.
    default boolean applies(ConnectionSnapshot snapshot) {
        return true;
    }

    /// A few words beside the title, also while folded, such as "3 of 5".
    default ReadOnlyStringProperty summaryProperty() {
        return new ReadOnlyStringWrapper("").getReadOnlyProperty();
    }

    /// Whether it is unfolded in a tab that is opened for the first time.
    default boolean isOpenAtFirst() {
        return false;
    }

    /// The tab was closed: cancels what runs and unsubscribes from everything.
    default void close() {}
}
