package dev.benchlight.app.connections;

import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.Revision;
import dev.benchlight.mcp.ScriptedWire;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.faults.FaultyStdioServer;
import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.TraceRecorder;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Entries of scripted servers, and connections to them.
public final class Entries {
    private Entries() {}

    /// A server that misbehaves as its mode says.
    public static ServerEntry faulty(String mode) {
        List<String> command = FaultyStdioServer.command(mode);
        return new ServerEntry(
                stdio(mode, command.getFirst(), command.subList(1, command.size())),
                null,
                ServerEntry.Origin.BUILT_IN);
    }

    public static ServerConfig.Stdio stdio(String name, String command, List<String> arguments) {
        return new ServerConfig.Stdio(name, command, arguments, Map.of(), null);
    }

    /// Sessions that give a server half a second to end.
    public static Sessions sessions(TraceRecorder recorder) {
        SessionOptions options =
                new SessionOptions(
                        Revision.LATEST_LEGACY,
                        Duration.ofSeconds(20),
                        Duration.ofMillis(500),
                        Limits.DEFAULT);
        return (config, listener) ->
                new McpSession(config, options, ClientHandlers.NONE, recorder, listener);
    }

    /// Sessions with the server that the wire plays, which nobody records.
    public static Sessions scripted(ScriptedWire wire) {
        return (config, listener) ->
                new McpSession(
                        config,
                        SessionOptions.DEFAULT.speaking(Revision.LATEST_LEGACY),
                        ClientHandlers.NONE,
                        TraceRecorder.NONE,
                        listener,
                        wire);
    }
}
