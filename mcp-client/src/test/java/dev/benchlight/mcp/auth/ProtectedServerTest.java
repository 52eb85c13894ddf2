package dev.benchlight.mcp.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.EventLog;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.Frame;

import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/// A session with a server that wants OAuth, from its URL alone, in both eras.
class ProtectedServerTest {
    private final OAuthRun run = new OAuthRun();
    private final EventLog log = new EventLog();
    private boolean modern;

    @AfterEach
    void close() {
        run.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerIsConnectedFromItsUrlAloneAndACallStepsUp(boolean modernServer) {
        modern = modernServer;
        run.server.page("/mcp", this::answer);
        OAuth oauth = run.oauth(ClientSettings.DEFAULT);
        try (McpSession session =
                new McpSession(
                        new ServerConfig.Http("s", run.server.url("/mcp").uri(), Map.of()),
                        SessionOptions.DEFAULT.with(oauth),
                        ClientHandlers.NONE,
                        log,
                        new SessionListener() {})) {
            Outcome<ServerDescription> connected = session.connect().await();
            assertThat(connected).isInstanceOf(Outcome.Ok.class);
            assertThat(run.asked("scope")).isEqualTo("mcp");
            assertThat(
                            session.callTool(
                                            "t",
                                            JsonNodeFactory.instance.objectNode(),
                                            CallOptions.DEFAULT)
                                    .await())
                    .isInstanceOf(Outcome.Ok.class);
            assertThat(run.asked("scope")).isEqualTo("mcp admin");
            assertThat(run.browser.opened).hasSize(2);
        }
        assertThat(log.all(Frame.class))
                .noneMatch(frame -> text(frame).contains("access-token-"))
                .noneMatch(frame -> text(frame).contains("code-1"));
    }

    private static String text(Frame frame) {
        return new String(frame.bytes(), StandardCharsets.UTF_8);
    }

    private MockResponse answer(RecordedRequest request) {
        String token = request.getHeaders().get("Authorization");
        if (token == null || !token.startsWith("Bearer access-token-")) {
            return Site.status(401, "WWW-Authenticate: Bearer scope=\"mcp\"");
        }
        if (request.getMethod().equals("GET") || request.getMethod().equals("DELETE")) {
            return Site.status(405, "");
        }
        JsonNode message =
                JsonMapper.shared().readTree(Objects.requireNonNull(request.getBody()).utf8());
        String method = message.path("method").asString("");
        if (method.equals("tools/call") && !token.endsWith("-2")) {
            return Site.status(
                    403, "WWW-Authenticate: Bearer error=\"insufficient_scope\", scope=\"admin\"");
        }
        String result =
                switch (method) {
                    case "server/discover" ->
                            modern
                                    ? "{\"resultType\":\"complete\",\"supportedVersions\":"
                                            + "[\"2026-07-28\"],\"capabilities\":{\"tools\":{}},"
                                            + "\"serverInfo\":{\"name\":\"s\",\"version\":\"1\"}}"
                                    : "";
                    case "initialize" ->
                            "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"tools\":{}},"
                                    + "\"serverInfo\":{\"name\":\"s\",\"version\":\"1\"}}";
                    case "tools/call" -> "{\"resultType\":\"complete\",\"content\":[]}";
                    case "tools/list" ->
                            "{\"resultType\":\"complete\",\"tools\":[{\"name\":\"t\","
                                    + "\"inputSchema\":{\"type\":\"object\"}}]}";
                    default -> "";
                };
        if (!message.has("id")) {
            return Site.status(202, "");
        }
        String id = message.path("id").toString();
        return result.isEmpty()
                ? Site.document(
                        400,
                        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32000,"
                                + "\"message\":\"Server not initialized\"}}")
                : Site.document(
                        200, "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result + "}");
    }
}
