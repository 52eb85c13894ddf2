package dev.benchlight.app.connections;

import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.wire.ServerConfig;

/// Makes sessions; options, handlers and recorder are the maker's.
@FunctionalInterface
public interface Sessions {
    McpSession create(ServerConfig config, SessionListener listener);
}
