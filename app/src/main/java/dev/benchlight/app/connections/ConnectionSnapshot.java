package dev.benchlight.app.connections;

import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.Warning;

import java.util.List;

/// What is true of a connection now.
///
/// @param stderr the last lines of standard error, oldest first
public record ConnectionSnapshot(
        ServerEntry entry,
        SessionState state,
        Catalogue catalogue,
        List<Warning> warnings,
        List<String> stderr) {
    public ConnectionSnapshot {
        warnings = List.copyOf(warnings);
        stderr = List.copyOf(stderr);
    }
}
