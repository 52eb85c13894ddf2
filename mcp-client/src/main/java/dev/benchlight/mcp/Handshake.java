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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `initialize`, its answer, and `notifications/initialized`, as the lifecycle section of the
/// specification says up to 2025-11-25. Thread-safe.
record Handshake(RpcPeer peer, Wire wire, SessionOptions options, ClientHandlers handlers) {
    /// Waits for the whole of it.
    ///
    /// @param offered the revision to offer
    /// @param parent the span it happens within
    Outcome<ServerDescription> run(Revision offered, TraceId trace, SpanId parent) {
        CallOptions deadlines =
                new CallOptions(
                        options.connectTimeout(),
                        options.connectTimeout(),
                        progress -> {},
                        new SpanContext(trace, parent));
        RpcRequest<ServerDescription> request =
                new RpcRequest<>(
                        "initialize",
                        "",
                        params(offered),
                        false,
                        Handshake::read,
                        Handshake::summary);
        Call<ServerDescription> call = peer.request(request, deadlines, trace);
        Outcome<ServerDescription> outcome = call.await();
        if (outcome instanceof Outcome.Ok<ServerDescription>(ServerDescription server)) {
            Revision revision = server.revision();
            peer.receiveBatches(revision.receivesBatches());
            wire.negotiated(revision.wireRules());
            peer.notify("notifications/initialized", null, trace, parent);
        }
        return outcome;
    }

    private JsonNode params(Revision offered) {
        ObjectNode params = JsonNodeFactory.instance.objectNode();
        params.put("protocolVersion", offered.version());
        JsonNode own = handlers.capabilities().orElseGet(JsonNodeFactory.instance::objectNode);
        params.set("capabilities", Extensions.declaring(own, Era.LEGACY));
        params.set("clientInfo", ClientInfo.json());
        return params;
    }

    private static Outcome<ServerDescription> read(JsonNode result) {
        return Shape.of("initialize", result)
                .required("/protocolVersion", JsonNode::isString, "a string")
                .optional("/capabilities", JsonNode::isObject, "an object")
                .optional("/serverInfo", JsonNode::isObject, "an object")
                .optional("/serverInfo/name", JsonNode::isString, "a string")
                .optional("/serverInfo/version", JsonNode::isString, "a string")
                .optional("/instructions", JsonNode::isString, "a string")
                .outcome(() -> agreed(result));
    }

    /// What an answer that was taken lacks or gets wrong, by what it lacks: a JSON pointer each.
    static Map<String, String> doubts(JsonNode result) {
        Map<String, String> doubts = new LinkedHashMap<>();
        for (String at :
                List.of(
                        "/capabilities",
                        "/serverInfo",
                        "/serverInfo/name",
                        "/serverInfo/version")) {
            if (result.at(at).isMissingNode()) {
                doubts.put(at, "is missing");
            }
        }
        result.path("capabilities").properties().stream()
                .filter(capability -> !capability.getValue().isObject())
                .forEach(capability ->
                        doubts.put("/capabilities/" + capability.getKey(), "is not an object"));
        return doubts;
    }

    private static Outcome<ServerDescription> agreed(JsonNode result) {
        String version = result.path("protocolVersion").asString();
        return Revision.of(version)
                .filter(revision -> revision.era() == Era.LEGACY)
                .<Outcome<ServerDescription>>map(
                        revision -> new Outcome.Ok<>(new ServerDescription(revision, result)))
                .orElseGet(() -> unsupported(version));
    }

    private static Outcome<ServerDescription> unsupported(String version) {
        String known =
                Revision.of(Era.LEGACY).stream()
                        .map(Revision::version)
                        .collect(Collectors.joining(", "));
        String text =
                "the server speaks MCP revision \""
                        + version
                        + "\", which is none that this client speaks ("
                        + known
                        + ")";
        return new Outcome.ProtocolViolation<>(
                Problem.of("unsupported-version", Layer.PROTOCOL, text));
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
