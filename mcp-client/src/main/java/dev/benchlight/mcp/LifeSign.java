package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.RpcPeer;
import dev.benchlight.mcp.rpc.RpcRequest;
import dev.benchlight.trace.TraceId;

import tools.jackson.databind.JsonNode;

import java.util.Set;

/// Finds out whether a server over HTTP is still there, after a call was broken off. Thread-safe.
record LifeSign(RpcPeer peer) {
    /// What a server that crashes, or a proxy that gives up, does to a call over HTTP.
    private static final Set<String> BROKEN_OFF =
            Set.of("connection-reset", "connection-closed", "response-truncated", "stream-ended");

    private static final int MORE_PINGS = 3;

    /// Whether the server is gone too is told by whether a ping reaches it. That may meet with
    /// another connection that died with the first.
    void after(Outcome<?> outcome, TraceId trace) {
        if (!isBrokenOff(outcome) || !peer.isOpen()) {
            return;
        }
        Call<JsonNode> first = ping(trace);
        Thread.ofVirtual()
                .name("ping")
                .start(() -> {
                    Call<JsonNode> last = first;
                    int more = MORE_PINGS;
                    while (more > 0 && isBrokenOff(last.await()) && peer.isOpen()) {
                        last = ping(trace);
                        more--;
                    }
                });
    }

    private Call<JsonNode> ping(TraceId trace) {
        return peer.request(RpcRequest.plain("ping", null), CallOptions.DEFAULT, trace);
    }

    /// Whether the connection broke off after the request was sent, so that it may have run.
    static boolean isBrokenOff(Outcome<?> outcome) {
        return hasProblem(outcome, BROKEN_OFF);
    }

    static boolean hasProblem(Outcome<?> outcome, Set<String> codes) {
        return outcome instanceof Outcome.TransportError<?>(Problem problem)
                && codes.contains(problem.code());
    }
}
