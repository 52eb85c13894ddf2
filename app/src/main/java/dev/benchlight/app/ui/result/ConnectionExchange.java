package dev.benchlight.app.ui.result;

import dev.benchlight.app.connections.Connection;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ToolResult;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallMetrics;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceId;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/// Sends through the session a connection has at that moment. Thread-safe.
public record ConnectionExchange(Connection connection) implements Exchange {
    @Override
    public Optional<Call<JsonNode>> send(Request request, CallOptions options) {
        return connection.session().map(session -> start(session, request, options));
    }

    private static Call<JsonNode> start(McpSession session, Request request, CallOptions options) {
        if (request.method().equals("tools/call")) {
            String name = request.params().path("name").asString("");
            return new Whole(session.callTool(name, request.arguments(), options));
        }
        return session.request(request.method(), request.params(), options);
    }

    private record Whole(Call<ToolResult> call) implements Call<JsonNode> {
        @Override
        public SpanId span() {
            return call.span();
        }

        @Override
        public TraceId trace() {
            return call.trace();
        }

        @Override
        public Outcome<JsonNode> await() {
            return call.await().map(ToolResult::json);
        }

        @Override
        public CallMetrics metrics() {
            return call.metrics();
        }

        @Override
        public void cancel() {
            call.cancel();
        }
    }
}
