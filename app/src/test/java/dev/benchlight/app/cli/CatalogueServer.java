package dev.benchlight.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A Streamable HTTP server that answers each method with a result of the test's, and with `no such
/// method` where it has none. Thread-safe.
final class CatalogueServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer http;
    private final Map<String, String> results = new ConcurrentHashMap<>();
    private final Map<String, String> later = new ConcurrentHashMap<>();
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    private volatile boolean guarded = true;

    private volatile boolean sessions;
    private volatile String hanging = "nothing";
    private final CountDownLatch hung = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private record Refusal(int status, String body) {}

    /// @param capabilities such as `{"tools": {}}`
    CatalogueServer(String capabilities) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/mcp", this::answer);
        http.setExecutor(Thread::startVirtualThread);
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

    /// Answers `method` with this result from its second time on.
    CatalogueServer next(String method, String result) {
        later.put(method, result);
        return this;
    }

    /// Answers `method` with this status and body, which is no JSON-RPC, from now on.
    CatalogueServer refusing(String method, int status, String body) {
        refusals.put(method, new Refusal(status, body));
        return this;
    }

    /// Takes requests of web pages of other sites from now on.
    CatalogueServer unguarded() {
        guarded = false;
        return this;
    }

    /// Gives out session ids from now on, and breaks off where one is to be ended.
    CatalogueServer sessionsWithoutEnd() {
        sessions = true;
        return this;
    }

    /// Does not answer a method, or, if it is `foreign`, the page of another site, from now on.
    CatalogueServer hanging(String method) {
        hanging = method;
        return this;
    }

    /// Whether somebody waits for that.
    boolean hangs() {
        return hung.getCount() == 0;
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
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            JsonNode request = JSON.readTree(body.isEmpty() ? "{}" : body);
            boolean foreign = isForeign(exchange);
            if (hanging.equals(foreign ? "foreign" : request.path("method").asString(""))) {
                hung.countDown();
                awaitClose();
                return;
            }
            if (guarded && foreign) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            if (sessions && exchange.getRequestMethod().equals("DELETE")) {
                return;
            }
            if (!request.has("method")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            bodies.add(body);
            if (!request.has("id")) {
                exchange.sendResponseHeaders(202, -1);
                return;
            }
            Refusal refusal = refusals.get(request.path("method").asString());
            if (refusal != null) {
                send(exchange, refusal.status(), "text/plain", refusal.body().getBytes(UTF_8));
                return;
            }
            if (sessions) {
                exchange.getResponseHeaders().add("Mcp-Session-Id", "s-1");
            }
            ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
            answer.set("id", request.path("id"));
            String method = request.path("method").asString();
            String result = results.get(method);
            if (later.containsKey(method) && received(method).size() > 1) {
                result = later.get(method);
            }
            if (result == null) {
                answer.putObject("error").put("code", -32601).put("message", "no such method");
            } else {
                answer.set("result", JSON.readTree(result));
            }
            send(exchange, 200, "application/json", JSON.writeValueAsBytes(answer));
        }
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isForeign(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return exchange.getRequestHeaders().containsKey("Origin") || !host.startsWith("127.0.0.1");
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
    }
}
