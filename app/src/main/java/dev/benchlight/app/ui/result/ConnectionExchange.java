package dev.benchlight.app.ui.result;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/// Sends through the session a connection has at that moment. Thread-safe.
public record ConnectionExchange(Connection connection) implements Exchange {
    @Override
    public Optional<Call<JsonNode>> send(Request request, CallOptions options) {
        return connection
                .session()
                .map(session -> session.request(request.method(), request.params(), options));
    }
}
