package dev.benchlight.app.workspace;

import dev.benchlight.mcp.wire.ServerConfig;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A server entry as read from text, to be shown before it is used.
///
/// @param config null if nothing usable was found; `${…}` unresolved
/// @param remarks one sentence for each thing that is wrong, not used, or worth a look, such as a
///   literal value that looks like a key
/// @param disabled the text says not to use it
public record ServerDraft(
        String name, @Nullable ServerConfig config, List<String> remarks, boolean disabled) {
    public ServerDraft {
        remarks = List.copyOf(remarks);
    }

    /// Whether there is something that can be saved and started.
    public boolean usable() {
        return config != null;
    }
}
