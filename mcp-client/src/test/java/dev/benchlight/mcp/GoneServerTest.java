package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.ScriptedWire.Sent;
import dev.benchlight.mcp.faults.FaultyHttpServer;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.Wire;
import dev.benchlight.mcp.wire.WireFault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.JsonNodeFactory;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// A server over HTTP that is gone while nothing listens to it: a call finds out.
class GoneServerTest {
    private static McpSession session(URI url, Wire wire) {
        return new McpSession(
                new ServerConfig.Http("h", url, Map.of()),
                SessionOptions.DEFAULT.speaking(Revision.LATEST_LEGACY),
                ClientHandlers.NONE,
                new EventLog(),
                new SessionListener() {},
                wire);
    }

    private static Call<ToolResult> call(McpSession session) {
        return session.callTool("echo", JsonNodeFactory.instance.objectNode(), CallOptions.DEFAULT);
    }

    private static void fail(ScriptedWire wire, Sent sent, WireFault.Kind kind, String code) {
        WireFault fault = WireFault.of(kind, code, "It is gone.");
        wire.listener().exchangeEnded(sent.message().span(), Optional.of(fault));
    }

    @Test
    void aCallThatIsRefusedTellsThatTheSessionIsOver() {
        FaultyHttpServer server = FaultyHttpServer.start("ok");
        ServerConfig.Http config = new ServerConfig.Http("h", server.url(), Map.of());
        EventLog log = new EventLog();
        try (McpSession session =
                session(
                        server.url(),
                        Wires.to(
                                config,
                                SessionOptions.DEFAULT.speaking(Revision.LATEST_LEGACY),
                                log))) {
            assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
            // Calls at the same time leave several connections behind, all of them dead soon.
            List<Call<ToolResult>> together =
                    Stream.generate(() -> call(session)).limit(4).toList();
            together.forEach(each -> assertThat(each.await()).isInstanceOf(Outcome.Ok.class));
            server.close();

            // Refused, or broken off on the connection of the call before.
            assertThat(call(session).await()).isInstanceOf(Outcome.TransportError.class);
            Await.until("the end", () -> session.state() instanceof SessionState.Failed);
            assertThat(session.state())
                    .isInstanceOfSatisfying(
                            SessionState.Failed.class,
                            failed -> {
                                assertThat(failed.step()).isEqualTo("connected");
                                assertThat(failed.problem().message()).contains("Nothing listens");
                                assertThat(failed.problem().hint()).contains("Is the server");
                            });
            assertThat(call(session).await())
                    .isInstanceOfSatisfying(
                            Outcome.TransportError.class,
                            error ->
                                    assertThat(error.problem().message())
                                            .endsWith(" during tools/call")
                                            .doesNotContain(". during"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NETWORK, unknown-host, true",
        "NETWORK, no-route, true",
        "NETWORK, connect-timeout, true",
        "NETWORK, response-truncated, false",
        "NETWORK, no-response, false",
        "HTTP, http-502, false"
    })
    void onlyWhatNoConnectionCameAboutForEndsTheSession(
            WireFault.Kind kind, String code, boolean over) {
        ScriptedWire wire =
                new ScriptedWire((to, sent) -> {
                    if (sent.method().equals("tools/call")) {
                        fail(to, sent, kind, code);
                    }
                });
        try (McpSession session = session(URI.create("http://h.test/mcp"), wire)) {
            assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
            assertThat(call(session).await()).isInstanceOf(Outcome.TransportError.class);
            assertThat(session.state() instanceof SessionState.Failed).isEqualTo(over);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"connection-reset", "connection-closed", "response-truncated"})
    void aCallThatBrokeOffHasAPingFindOutWhetherTheServerIsGone(String code) {
        ScriptedWire wire =
                new ScriptedWire((to, sent) -> {
                    if (sent.method().equals("tools/call")) {
                        fail(to, sent, WireFault.Kind.NETWORK, code);
                    } else if (sent.method().equals("ping")) {
                        fail(to, sent, WireFault.Kind.NETWORK, "connection-refused");
                    }
                });
        try (McpSession session = session(URI.create("http://h.test/mcp"), wire)) {
            assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
            assertThat(call(session).await())
                    .isInstanceOfSatisfying(
                            Outcome.TransportError.class,
                            error -> assertThat(error.problem().code()).isEqualTo(code));
            assertThat(session.state()).isInstanceOf(SessionState.Failed.class);
            assertThat(wire.sent("ping")).hasSize(1);
        }
    }

    @Test
    void aPingThatBreaksOffTooIsRepeatedAFewTimes() {
        AtomicInteger pings = new AtomicInteger();
        ScriptedWire wire =
                new ScriptedWire((to, sent) -> {
                    boolean last = sent.method().equals("ping") && pings.incrementAndGet() == 3;
                    if (!sent.method().startsWith("notifications/")
                            && !sent.method().equals("initialize")) {
                        fail(
                                to,
                                sent,
                                WireFault.Kind.NETWORK,
                                last ? "connection-refused" : "connection-closed");
                    }
                });
        try (McpSession session = session(URI.create("http://h.test/mcp"), wire)) {
            assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
            assertThat(call(session).await()).isInstanceOf(Outcome.TransportError.class);
            Await.until("the end", () -> session.state() instanceof SessionState.Failed);
            assertThat(pings).hasValue(3);
        }
    }

    @Test
    void whatIsStillUnderWayMayBeAnsweredFirst() {
        ScriptedWire wire = new ScriptedWire((to, sent) -> {});
        try (McpSession session = session(URI.create("http://h.test/mcp"), wire)) {
            assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
            Call<ToolResult> first = call(session);
            Call<ToolResult> second = call(session);
            fail(
                    wire,
                    wire.sent("tools/call").getLast(),
                    WireFault.Kind.NETWORK,
                    "connection-refused");
            assertThat(second.await()).isInstanceOf(Outcome.TransportError.class);
            assertThat(session.state()).isInstanceOf(SessionState.Ready.class);

            wire.result(wire.sent("tools/call").getFirst(), "{\"content\":[]}");
            assertThat(first.await()).isInstanceOf(Outcome.Ok.class);
        }
    }
}
