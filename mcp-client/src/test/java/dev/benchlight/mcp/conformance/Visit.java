package dev.benchlight.mcp.conformance;

import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ServerDescription;

/// A server that is connected.
record Visit(McpSession session, ServerDescription server, ListeningWatch listening) {}
