package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Envelope;
import dev.benchlight.mcp.rpc.RpcRequest;
import dev.benchlight.mcp.wire.HeaderText;
import dev.benchlight.trace.SpanContext;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// What each request says of itself from 2026-07-28 on, in `_meta` ("Base Protocol") and over HTTP
/// in headers ("Streamable HTTP", "Request Metadata").
///
/// @param logLevel what the server is to log, or empty for nothing
/// @param params the headers that a tool wants of its arguments, by its name
record StatelessEnvelope(
        Revision revision,
        JsonNode capabilities,
        boolean http,
        Supplier<Optional<String>> logLevel,
        Function<String, ParamHeaders> params)
        implements Envelope {
    private static final Set<String> NAMED = Set.of("tools/call", "prompts/get", "resources/read");
    private static final Set<String> OF_TASKS = Set.of("tasks/get", "tasks/update", "tasks/cancel");

    @Override
    public Map<String, JsonNode> meta(SpanContext span) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        Map<String, JsonNode> meta = new LinkedHashMap<>();
        meta.put(RequestMeta.PROTOCOL_VERSION, json.stringNode(revision.version()));
        meta.put(RequestMeta.CLIENT_INFO, ClientInfo.json());
        meta.put(RequestMeta.CLIENT_CAPABILITIES, capabilities);
        logLevel.get().ifPresent(level -> meta.put(RequestMeta.LOG_LEVEL, json.stringNode(level)));
        String parent = "00-" + span.trace() + "-" + span.span() + "-01";
        meta.put(RequestMeta.TRACE_PARENT, json.stringNode(parent));
        return meta;
    }

    @Override
    public Map<String, String> headers(RpcRequest<?> request) {
        if (!http) {
            return Map.of();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Mcp-Method", HeaderText.of(request.method()));
        if (NAMED.contains(request.method())) {
            headers.put("Mcp-Name", HeaderText.of(request.name()));
        }
        JsonNode given = request.params();
        if (given != null && OF_TASKS.contains(request.method())) {
            headers.put("Mcp-Name", HeaderText.of(given.path("taskId").asString("")));
        }
        if (given != null && request.method().equals("tools/call")) {
            headers.putAll(params.apply(request.name()).headers(given.path("arguments")));
        }
        return headers;
    }

    @Override
    public boolean tellsCancel() {
        return !http;
    }

    @Override
    public boolean takesRequests() {
        return false;
    }
}
