package dev.benchlight.app.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A Streamable HTTP server that answers each method with a result of the test's, and with `no such
/// method` where it has none. Thread-safe.
final class CatalogueServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer http;
    private final Map<String, String> results = new ConcurrentHashMap<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    /// @param capabilities such as `{"tools": {}}`
    CatalogueServer(String capabilities) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/mcp", this::answer);
        http.start();
        on(
                "initialize",
                """
                {"protocolVersion": "2025-11-25", "capabilities": %s,
                 "serverInfo": {"name": "catalogue", "version": "1"}}
                """
                        .formatted(capabilities));
    }

    /// Answers `method` with this result from now on.
    CatalogueServer on(String method, String result) {
        results.put(method, result);
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/mcp";
    }

    /// What was received of a method, as it came.
    List<String> received(String method) {
        return bodies.stream()
                .filter(body -> JSON.readTree(body).path("method").asString("").equals(method))
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonNode request = JSON.readTree(body.isEmpty() ? "{}" : body);
            if (!request.has("method")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            bodies.add(body);
            if (!request.has("id")) {
                exchange.sendResponseHeaders(202, -1);
                return;
            }
            ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
            answer.set("id", request.path("id"));
            String result = results.get(request.path("method").asString());
            if (result == null) {
                answer.putObject("error").put("code", -32601).put("message", "no such method");
            } else {
                answer.set("result", JSON.readTree(result));
            }
            byte[] bytes = JSON.writeValueAsBytes(answer);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
