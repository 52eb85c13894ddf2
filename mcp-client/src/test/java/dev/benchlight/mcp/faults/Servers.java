package dev.benchlight.mcp.faults;

import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.Revision;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.TraceRecorder;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Sessions with scripted servers.
final class Servers {
    /// Small, so that going over them is quick.
    static final Limits SMALL =
            new Limits(1 << 20, 64 << 20, 500, 1_000, 64 << 10, 20, 10_000, 64 << 10);

    private Servers() {}

    static SessionOptions options(Duration connect, Duration grace) {
        return new SessionOptions(Revision.LATEST_LEGACY, connect, grace, SMALL);
    }

    static McpSession session(String mode, SessionOptions options, TraceRecorder recorder) {
        return session(mode, options, recorder, new SessionListener() {});
    }

    static McpSession session(
            String mode, SessionOptions options, TraceRecorder recorder, SessionListener listener) {
        return session(config(mode, Map.of()), options, recorder, listener);
    }

    static McpSession session(
            ServerConfig config,
            SessionOptions options,
            TraceRecorder recorder,
            SessionListener listener) {
        return new McpSession(config, options, ClientHandlers.NONE, recorder, listener);
    }

    static ServerConfig config(String mode, Map<String, String> environment) {
        List<String> command = FaultyStdioServer.command(mode);
        return new ServerConfig.Stdio(
                mode, command.getFirst(), command.subList(1, command.size()), environment, null);
    }
}
