package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.ScriptedWire.Sent;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.SpanKind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// "Custom Headers from Tool Parameters", "Client Behavior", 2026-07-28.
class ToolHeadersTest {
    private static final String WANTED =
            "{'properties':{'a':{'type':'string','x-mcp-header':'A'}}}";
    private static final String INVALID =
            "{'properties':{'a':{'type':'array','x-mcp-header':'A'}}}";

    private final EventLog log = new EventLog();
    private final AtomicReference<String> schema = new AtomicReference<>("{}");
    private Optional<McpSession> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(McpSession::close);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    /// A server that takes a call only with the header, and lists the tool with the schema of now.
    private ScriptedWire wire() {
        return new ScriptedWire((wire, sent) -> {
            switch (sent.method()) {
                case "server/discover" ->
                        wire.result(
                                sent,
                                "{\"supportedVersions\":[\"2026-07-28\"],\"capabilities\":{\"tools\":{}}}");
                case "tools/list" ->
                        wire.result(
                                sent,
                                json("{'tools':[{'name':'t','inputSchema':" + schema.get() + "}]}")
                                        .toString());
                default -> call(wire, sent);
            }
        });
    }

    private static void call(ScriptedWire wire, Sent sent) {
        if ("1".equals(sent.message().headers().get("Mcp-Param-A"))) {
            wire.result(sent, "{\"content\":[]}");
        } else {
            wire.error(sent, "{\"code\":-32020,\"message\":\"Header mismatch\"}");
        }
    }

    private McpSession session(ScriptedWire wire) {
        McpSession session =
                new McpSession(
                        new ServerConfig.Http("s", URI.create("http://localhost/mcp"), Map.of()),
                        SessionOptions.DEFAULT,
                        ClientHandlers.NONE,
                        log,
                        new SessionListener() {},
                        wire);
        open = Optional.of(session);
        session.connect().await();
        return session;
    }

    private static Outcome<ToolResult> call(McpSession session) {
        return session.callTool("t", json("{'a':'1'}"), CallOptions.DEFAULT).await();
    }

    private static List<String> methods(ScriptedWire wire) {
        return wire.sent().stream().map(Sent::method).toList();
    }

    @Test
    void aCallWhoseHeadersAreWrongIsMadeOnceMoreWithThoseThatTheToolWantsNow() {
        ScriptedWire wire = wire();
        McpSession session = session(wire);
        session.listTools(CallOptions.DEFAULT).await();
        schema.set(WANTED);

        assertThat(call(session)).isInstanceOf(Outcome.Ok.class);
        assertThat(methods(wire))
                .containsExactly(
                        "server/discover", "tools/list", "tools/call", "tools/list", "tools/call");
        assertThat(log.started(SpanKind.REQUEST).getLast().parent())
                .isEqualTo(log.started(SpanKind.REQUEST).get(2).id());

        assertThat(call(session)).isInstanceOf(Outcome.Ok.class);
        assertThat(methods(wire)).hasSize(6);
    }

    @Test
    void aToolThatWasNeverListedIsListedThen() {
        schema.set(WANTED);
        ScriptedWire wire = wire();

        assertThat(call(session(wire))).isInstanceOf(Outcome.Ok.class);
        assertThat(methods(wire))
                .containsExactly("server/discover", "tools/call", "tools/list", "tools/call");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", INVALID})
    void aToolThatWantsNothingElseOrMustNotBeUsedIsNotCalledAgain(String now) {
        schema.set(now);
        ScriptedWire wire = wire();

        assertThat(call(session(wire))).isInstanceOf(Outcome.RpcError.class);
        assertThat(methods(wire)).containsExactly("server/discover", "tools/call", "tools/list");
    }
}
