package dev.benchlight.mcp.conformance;

import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ServerDescription;

/// What to do with a server once it is connected.
@FunctionalInterface
interface Scenario {
    void run(McpSession session, ServerDescription server);
}
