package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.RpcPeer;
import dev.benchlight.mcp.rpc.RpcRequest;
import dev.benchlight.mcp.wire.Wire;
import dev.benchlight.trace.SpanContext;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

/// `server/discover`, with which a server of 2026-07-28 or later says what it is and speaks
/// ("Discovery"). Thread-safe.
record Discovery(RpcPeer peer, Wire wire, Envelopes envelopes) {
    /// What requests of a revision are wrapped in.
    interface Envelopes {
        StatelessEnvelope of(Revision revision);
    }

    /// Waits for the answer. Messages are wrapped as the revision wants, also after a failure.
    ///
    /// @param revision to ask in
    Outcome<ServerDescription> run(Revision revision, Duration deadline, SpanContext parent) {
        wire.negotiated(revision.wireRules());
        peer.wrapIn(envelopes.of(revision));
        CallOptions options = new CallOptions(deadline, deadline, progress -> {}, parent);
        RpcRequest<ServerDescription> request =
                new RpcRequest<>(
                        "server/discover",
                        "",
                        null,
                        false,
                        result -> read(revision, result),
                        Discovery::summary);
        return peer.request(request, options, parent.trace()).await();
    }

    private static Outcome<ServerDescription> read(Revision revision, JsonNode result) {
        return Shape.of("server/discover", result)
                .required("/supportedVersions", JsonNode::isArray, "an array")
                .optional("/capabilities", JsonNode::isObject, "an object")
                .optional("/serverInfo", JsonNode::isObject, "an object")
                .optional("/instructions", JsonNode::isString, "a string")
                .outcome(() -> new Outcome.Ok<>(new ServerDescription(revision, result)));
    }

    private static String summary(JsonNode result) {
        ServerDescription server = new ServerDescription(Revision.LATEST, result);
        return (server.name() + " " + server.version() + ", " + result.path("supportedVersions"))
                .strip();
    }
}
