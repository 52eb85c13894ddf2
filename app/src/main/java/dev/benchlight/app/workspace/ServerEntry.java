package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.ServerConfig;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// A server the user has written down.
///
/// @param config as written, `${…}` unresolved
/// @param file where it stands, or null if it is not saved
/// @param disabled its file says not to use it
public record ServerEntry(
        ServerConfig config, @Nullable Path file, Origin origin, boolean disabled) {

    public ServerEntry(ServerConfig config, @Nullable Path file, Origin origin) {
        this(config, file, origin, false);
    }

    /// Where an entry came from, which decides whether it must be approved before it starts.
    public enum Origin {
        /// A file of the workspace, an import, a paste: to be approved.
        FILE,
        /// Typed on this very command line: its own approval.
        COMMAND_LINE,
        /// Part of the program: the demo server.
        BUILT_IN
    }

    public String name() {
        return config.name();
    }
}
