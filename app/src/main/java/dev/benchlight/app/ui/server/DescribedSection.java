package dev.benchlight.app.ui.server;

import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.mcp.ServerDescription;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// A section about what the server said of itself: there as long as it is connected. Lives on the
/// JavaFX thread.
public abstract class DescribedSection implements ServerSection {
    private final String title;
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    protected DescribedSection(String title) {
        this.title = title;
    }

    /// Shows what is true now.
    ///
    /// @return a few words beside the title
    protected abstract String show(ConnectionSnapshot snapshot, ServerDescription server);

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    @Override
    public boolean applies(ConnectionSnapshot snapshot) {
        return Described.server(snapshot).isPresent();
    }

    @Override
    public final void show(ConnectionSnapshot snapshot) {
        Described.server(snapshot).ifPresent(server -> summary.set(show(snapshot, server)));
    }
}
