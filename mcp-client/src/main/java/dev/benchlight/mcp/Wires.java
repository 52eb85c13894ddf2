package dev.benchlight.mcp;

import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.StdioWire;
import dev.benchlight.mcp.wire.Wire;
import dev.benchlight.mcp.wire.http.HttpWire;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceRecorder;

/// Chooses the wire for a server.
final class Wires {
    private Wires() {}

    static Wire to(ServerConfig config, SessionOptions options, TraceRecorder recorder) {
        Limits limits = options.limits();
        String connection = config.name() + "-" + SpanId.random();
        return switch (config) {
            case ServerConfig.Stdio stdio ->
                    new StdioWire(stdio, limits, recorder, options.register(), connection);
            case ServerConfig.Http http ->
                    new HttpWire(
                            connection,
                            http,
                            limits,
                            System.getenv(),
                            recorder,
                            options.authorization());
        };
    }
}
