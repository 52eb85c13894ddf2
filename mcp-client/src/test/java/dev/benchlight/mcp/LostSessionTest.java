package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.ScriptedWire.Sent;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.WireFault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.JsonNodeFactory;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// A server that forgets the session over HTTP, until there was a second handshake.
class LostSessionTest {
    private final ScriptedWire wire = new ScriptedWire(this::answer).takingOver();
    private final McpSession session =
            new McpSession(
                    new ServerConfig.Http("h", URI.create("http://h.test/mcp"), Map.of()),
                    SessionOptions.DEFAULT.speaking(Revision.LATEST_LEGACY),
                    ClientHandlers.NONE,
                    new EventLog(),
                    new SessionListener() {},
                    wire);
    private volatile boolean renewed;

    @BeforeEach
    void connect() {
        assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void answer(ScriptedWire over, Sent sent) {
        if (sent.method().equals("initialize") && over.sent("initialize").size() == 1) {
            over.result(sent, server("first"));
        } else if (!sent.method().equals("tools/call") && taken(sent.json().toString())) {
            over.result(sent, "{}");
        } else if (sent.method().equals("resources/subscribe")) {
            over.error(sent, "{\"code\":-32002,\"message\":\"no such resource\"}");
        } else if (sent.method().equals("tools/call") && renewed) {
            over.result(sent, "{\"content\":[]}");
        } else if (sent.method().equals("tools/call")) {
            WireFault gone = WireFault.of(WireFault.Kind.SESSION_LOST, "404", "it is gone");
            over.listener().exchangeEnded(sent.message().span(), Optional.of(gone));
        }
    }

    /// Of resources, the new session has only one.
    private boolean taken(String request) {
        return request.contains("logging/setLevel")
                || request.contains("resources/") && (!renewed || request.contains("file:///a"));
    }

    private static String server(String name) {
        return """
        {"protocolVersion":"2025-11-25","capabilities":{},"serverInfo":{"name":"%s","version":"1"}}
        """
                .formatted(name);
    }

    private Call<ToolResult> call(String tool) {
        return session.callTool(tool, JsonNodeFactory.instance.objectNode(), CallOptions.DEFAULT);
    }

    private void renew() {
        Await.until("asked for", () -> wire.sent("initialize").size() == 2);
        renewed = true;
        wire.result(wire.sent("initialize").getLast(), server("second"));
    }

    @Test
    void theCallIsRepeatedOnceAndTheStateIsThatOfTheNewHandshake() {
        Call<ToolResult> call = call("a");
        renew();
        assertThat(call.await()).isInstanceOf(Outcome.Ok.class);
        assertThat(session.state())
                .isInstanceOfSatisfying(
                        SessionState.Ready.class,
                        ready -> assertThat(ready.server().name()).isEqualTo("second"));
        assertThat(wire.sent())
                .extracting(Sent::method)
                .filteredOn(method -> !method.startsWith("notifications/"))
                .containsExactly("initialize", "tools/call", "initialize", "tools/call");
    }

    @Test
    void aCancelDoesNotWaitOutTheHandshakeOfAnotherCall() {
        Call<ToolResult> shaking = call("a");
        Await.until("asked for", () -> wire.sent("initialize").size() == 2);
        Call<ToolResult> waiting = call("b");
        waiting.cancel();
        assertThat(waiting.await()).isInstanceOf(Outcome.Cancelled.class);
        renew();
        assertThat(shaking.await()).isInstanceOf(Outcome.Ok.class);
        assertThat(session.warnings()).isEmpty();
    }

    @Test
    void cancellingTheCallThatShakesHandsIsNoFaultOfTheServers() {
        Call<ToolResult> shaking = call("a");
        Await.until("asked for", () -> wire.sent("initialize").size() == 2);
        shaking.cancel();
        assertThat(shaking.await()).isInstanceOf(Outcome.Cancelled.class);
        assertThat(session.warnings()).isEmpty();
    }

    @Test
    void theNewSessionIsAskedForTheLogLevelAndTheSubscriptionsOfTheOldOne() {
        session.setLogLevel("warning", CallOptions.DEFAULT).await();
        session.subscribe("file:///a", CallOptions.DEFAULT).await();
        session.subscribe("file:///gone", CallOptions.DEFAULT).await();
        session.subscribe("file:///left", CallOptions.DEFAULT).await();
        session.unsubscribe("file:///left", CallOptions.DEFAULT).await();
        int before = wire.sent().size();
        Call<ToolResult> call = call("a");
        renew();
        assertThat(call.await()).isInstanceOf(Outcome.Ok.class);
        assertThat(wire.sent().subList(before, wire.sent().size()))
                .extracting(Sent::method)
                .containsExactly(
                        "tools/call",
                        "initialize",
                        "notifications/initialized",
                        "logging/setLevel",
                        "resources/subscribe",
                        "resources/subscribe",
                        "tools/call");
        assertThat(wire.sent("logging/setLevel").getLast().json().at("/params/level").asString())
                .isEqualTo("warning");
        assertThat(session.facts().logLevel()).contains("warning");
        assertThat(session.facts().subscribed()).containsExactly("file:///a");
        assertThat(session.warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("session-not-as-before");
                    assertThat(warning.samples().toString()).contains("no such resource");
                });
    }
}
