package dev.benchlight.mcp.auth;

import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.Objects;

/// An MCP server that wants tokens, at `/mcp`, and its authorisation server. The tool `t` wants one
/// that was widened, if so told. Thread-safe.
public final class ProtectedSite implements AutoCloseable {
    public final Site server = new Site();
    public final IssuerSite issuer = new IssuerSite();

    /// What the server says of itself (RFC 9728).
    public final ObjectNode resource = JsonNodeFactory.instance.objectNode();

    private volatile boolean modern = true;
    private volatile boolean stepsUp;

    public ProtectedSite() {
        resource.put("resource", server.origin() + "/mcp");
        issuedBy(issuer);
        server.page(
                "/.well-known/oauth-protected-resource/mcp",
                _ -> Site.document(200, resource.toString()));
        server.page("/mcp", this::answer);
    }

    public URI url() {
        return server.url("/mcp").uri();
    }

    /// Names these as its authorisation servers.
    public void issuedBy(IssuerSite... others) {
        ArrayNode list = resource.putArray("authorization_servers");
        for (IssuerSite other : others) {
            list.add(other.origin());
        }
    }

    /// Knows revisions before 2026-07-28 alone.
    public ProtectedSite legacy() {
        modern = false;
        return this;
    }

    /// Takes no token but the second one for a call.
    public ProtectedSite steppingUp() {
        stepsUp = true;
        return this;
    }

    private MockResponse answer(RecordedRequest request) {
        String token = request.getHeaders().get("Authorization");
        if (token == null || !issuer.gaveOut(token)) {
            return Site.status(401, "WWW-Authenticate: Bearer scope=\"mcp\"");
        }
        if (request.getMethod().equals("GET") || request.getMethod().equals("DELETE")) {
            return Site.status(405, "");
        }
        JsonNode message =
                JsonMapper.shared().readTree(Objects.requireNonNull(request.getBody()).utf8());
        String method = message.path("method").asString("");
        if (stepsUp && method.equals("tools/call") && !token.endsWith("-2")) {
            return Site.status(
                    403, "WWW-Authenticate: Bearer error=\"insufficient_scope\", scope=\"admin\"");
        }
        if (!message.has("id")) {
            return Site.status(202, "");
        }
        String id = message.path("id").toString();
        String result = result(method);
        return result.isEmpty()
                ? Site.document(
                        400,
                        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32000,"
                                + "\"message\":\"Server not initialized\"}}")
                : Site.document(
                        200, "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result + "}");
    }

    private String result(String method) {
        return switch (method) {
            case "server/discover" ->
                    modern
                            ? "{\"resultType\":\"complete\",\"supportedVersions\":"
                                    + "[\"2026-07-28\"],\"capabilities\":{\"tools\":{}},"
                                    + "\"serverInfo\":{\"name\":\"s\",\"version\":\"1\"}}"
                            : "";
            case "initialize" ->
                    "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"tools\":{}},"
                            + "\"serverInfo\":{\"name\":\"s\",\"version\":\"1\"}}";
            case "tools/call" ->
                    "{\"resultType\":\"complete\",\"content\":[{\"type\":\"text\","
                            + "\"text\":\"let in\"}]}";
            case "tools/list" ->
                    "{\"resultType\":\"complete\",\"tools\":[{\"name\":\"t\","
                            + "\"inputSchema\":{\"type\":\"object\"}}]}";
            default -> "";
        };
    }

    @Override
    public void close() {
        server.close();
        issuer.close();
    }
}
