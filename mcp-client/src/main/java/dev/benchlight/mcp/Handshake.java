package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.RpcPeer;
import dev.benchlight.mcp.rpc.RpcRequest;
import dev.benchlight.mcp.wire.Wire;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// `initialize`, its answer, and `notifications/initialized`, as the lifecycle section of the
/// specification says up to 2025-11-25. Thread-safe.
record Handshake(RpcPeer peer, Wire wire, SessionOptions options, ClientHandlers handlers) {
    private static final String CLIENT_VERSION =
            Optional.ofNullable(Handshake.class.getPackage().getImplementationVersion())
                    .orElse("0.1.0");

    /// Waits for the whole of it.
    ///
    /// @param parent the span it happens within
    Outcome<ServerDescription> run(TraceId trace, SpanId parent) {
        CallOptions deadlines =
                new CallOptions(
                        options.connectTimeout(),
                        options.connectTimeout(),
                        progress -> {},
                        new SpanContext(trace, parent));
        RpcRequest<ServerDescription> request =
                new RpcRequest<>(
                        "initialize", "", params(), false, Handshake::read, Handshake::summary);
        Call<ServerDescription> call = peer.request(request, deadlines, trace);
        Outcome<ServerDescription> outcome = call.await();
        if (outcome instanceof Outcome.Ok<ServerDescription>(ServerDescription server)) {
            Revision revision = server.revision();
            peer.receiveBatches(revision.receivesBatches());
            wire.negotiated(revision.version(), revision.sendsVersionHeader());
            peer.notify("notifications/initialized", null, trace, parent);
        }
        return outcome;
    }

    private JsonNode params() {
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        params.put("protocolVersion", options.offered().version());
        params.set(
                "capabilities",
                handlers.capabilities().orElseGet(JsonNodeFactory.instance::objectNode));
        params.putObject("clientInfo")
                .put("name", "benchlight")
                .put("title", "Benchlight")
                .put("version", CLIENT_VERSION);
        return params;
    }

    private static Outcome<ServerDescription> read(JsonNode result) {
        JsonNode version = result.path("protocolVersion");
        if (!version.isString()) {
            return violation(
                    "no-protocol-version",
                    "protocol violation: the answer to initialize names no protocolVersion");
        }
        return Revision.of(version.asString())
                .<Outcome<ServerDescription>>map(
                        revision -> new Outcome.Ok<>(new ServerDescription(revision, result)))
                .orElseGet(() -> unsupported(version.asString()));
    }

    private static Outcome<ServerDescription> unsupported(String version) {
        String known =
                Arrays.stream(Revision.values())
                        .map(Revision::version)
                        .collect(Collectors.joining(", "));
        return violation(
                "unsupported-version",
                "the server speaks MCP revision \""
                        + version
                        + "\", which is none that this client speaks ("
                        + known
                        + ")");
    }

    private static Outcome<ServerDescription> violation(String code, String message) {
        return new Outcome.ProtocolViolation<>(Problem.of(code, Layer.PROTOCOL, message));
    }

    private static String summary(JsonNode result) {
        JsonNode info = result.path("serverInfo");
        return (info.path("name").asString("")
                        + " "
                        + info.path("version").asString("")
                        + ", "
                        + result.path("protocolVersion").asString(""))
                .strip();
    }
}
