package dev.benchlight.mcp;

import static dev.benchlight.mcp.Answered.ok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.ScriptedWire.Sent;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.SpanId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What 2026-07-28 changed about each call: what it says of itself, how it is cancelled, and that
/// the server asks for nothing by itself.
class StatelessCallsTest {
    private static final String ASKED =
            "{\"jsonrpc\":\"2.0\",\"id\":77,\"method\":\"roots/list\",\"params\":{}}";
    private static final ServerConfig HTTP =
            new ServerConfig.Http("s", URI.create("http://localhost/mcp"), Map.of());
    private static final ServerConfig STDIO =
            new ServerConfig.Stdio("s", "server", List.of(), Map.of(), null);

    private final EventLog log = new EventLog();
    private final ScriptedWire wire = new ScriptedWire(StatelessCallsTest::serve);
    private Optional<McpSession> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(McpSession::close);
    }

    /// All but `tools/call` is answered.
    private static void serve(ScriptedWire at, Sent sent) {
        switch (sent.method()) {
            case "server/discover" ->
                    at.result(
                            sent,
                            "{\"supportedVersions\":[\"2026-07-28\"],"
                                    + "\"capabilities\":{\"logging\":{},\"resources\":{},\"tools\":{}}}");
            case "tools/list" -> at.result(sent, "{\"tools\":[]}");
            case "resources/read" -> at.result(sent, "{\"contents\":[]}");
            default -> {}
        }
    }

    private McpSession connect(ServerConfig config) {
        McpSession session =
                new McpSession(
                        config,
                        SessionOptions.DEFAULT,
                        new FullClient(),
                        log,
                        new SessionListener() {},
                        wire);
        open = Optional.of(session);
        assertThat(ok(session.connect()).revision()).isEqualTo(Revision.R2026_07_28);
        return session;
    }

    /// A call that the server was sent and leaves open.
    private Call<ToolResult> call(McpSession session) {
        Call<ToolResult> call =
                session.callTool("dig", JsonNodeFactory.instance.objectNode(), CallOptions.DEFAULT);
        Await.until("sent", () -> !wire.sent("tools/call").isEmpty());
        return call;
    }

    private SpanId called() {
        return wire.sent("tools/call").getFirst().message().span();
    }

    private void assertNotAnswered(McpSession session) {
        assertThat(log.violations())
                .containsExactly(
                        "request-not-allowed: a server sends no requests in this revision, but"
                                + " here is roots/list");
        // What is sent after it is the next thing that was sent.
        ok(session.readResource("demo://a", CallOptions.DEFAULT));
        assertThat(wire.sent("")).isEmpty();
        assertThat(wire.sent()).noneMatch(sent -> sent.id().equals("77"));
    }

    @Test
    void aRequestOnStandardOutputBreaksTheProtocolAndIsNotAnswered() {
        McpSession session = connect(STDIO);
        wire.say(ASKED);
        assertNotAnswered(session);
    }

    @Test
    void aRequestInAResponseBreaksTheProtocolAndIsNotAnsweredEither() {
        McpSession session = connect(HTTP);
        Call<ToolResult> call = call(session);
        wire.say(called(), ASKED);
        assertNotAnswered(session);
        wire.result(wire.sent("tools/call").getFirst(), "{\"content\":[]}");
        assertThat(call.await()).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void aCallOverHttpIsCancelledByTheEndOfItsStreamAlone() {
        Call<ToolResult> call = call(connect(HTTP));
        call.cancel();
        assertThat(call.await()).isInstanceOf(Outcome.Cancelled.class);
        assertThat(wire.abandoned()).containsExactly(called());
        assertThat(wire.sent("notifications/cancelled")).isEmpty();
    }

    @Test
    void aCallOverStdioIsCancelledByANotification() {
        Call<ToolResult> call = call(connect(STDIO));
        call.cancel();
        assertThat(call.await()).isInstanceOf(Outcome.Cancelled.class);
        assertThat(wire.sent("notifications/cancelled"))
                .singleElement()
                .satisfies(told ->
                        assertThat(told.json().at("/params/requestId").toString())
                                .isEqualTo(wire.sent("tools/call").getFirst().id()));
    }

    @Test
    void eachRequestNamesTheSpanItIsPartOf() {
        McpSession session = connect(STDIO);
        ok(session.readResource("demo://a", CallOptions.DEFAULT));
        ok(session.readResource("demo://b", CallOptions.DEFAULT));

        assertThat(wire.sent())
                .hasSize(3)
                .allSatisfy(sent -> {
                    SpanId span = sent.message().span();
                    assertThat(meta(sent).path("traceparent").asString(""))
                            .isEqualTo("00-" + log.started(span).trace() + "-" + span + "-01")
                            .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
                });
    }

    @Test
    void theLevelToLogAtIsPartOfEachRequestFromWhenItIsChosen() {
        McpSession session = connect(STDIO);
        ok(session.readResource("demo://a", CallOptions.DEFAULT));
        ok(session.setLogLevel("debug", CallOptions.DEFAULT));
        ok(session.readResource("demo://b", CallOptions.DEFAULT));
        ok(session.setLogLevel("", CallOptions.DEFAULT));
        ok(session.readResource("demo://c", CallOptions.DEFAULT));

        assertThat(wire.sent("resources/read"))
                .extracting(sent ->
                        meta(sent).path("io.modelcontextprotocol/logLevel").asString("none"))
                .containsExactly("none", "debug", "none");
        assertThat(wire.sent("logging/setLevel")).isEmpty();
    }

    private static JsonNode meta(Sent sent) {
        return sent.json().at("/params/_meta");
    }
}
