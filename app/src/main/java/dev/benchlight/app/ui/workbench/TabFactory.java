package dev.benchlight.app.ui.workbench;

import dev.benchlight.app.connections.Connection;

/// Builds the content of a tab. Called on the JavaFX thread.
@FunctionalInterface
public interface TabFactory {

    /// Content for a place of this server's. The server need not be connected, and need not offer
    /// the thing (any more): the content says so and follows the connection's snapshots.
    ///
    /// @param draft the text of the arguments to start with, such as [TabContent#draftProperty()]
    ///   of an earlier tab, or empty
    TabContent open(Connection connection, Place place, String draft);
}
