package dev.benchlight.app.connections;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.wire.ServerConfig;

/// What happens to an entry before it is started or dialled: its variables are put in, and it is
/// refused unless the user approved it. May wait for the disk; safe for use by many threads.
@FunctionalInterface
public interface Preparation {

    /// The configuration to start, every value literal.
    ///
    /// @throws InputException it must not be started, or a value is missing
    ServerConfig prepare(ServerEntry entry) throws InputException;
}
