package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.ScriptedWire.Sent;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is not asked again of a server whose era is known.
class EraMemoryTest {
    private static final ServerConfig SERVER = http("http://h/mcp?key=1");

    private final EventLog log = new EventLog();
    private final EraMemory eras = EraMemory.inMemory();

    private static ServerConfig http(String url) {
        return new ServerConfig.Http("s", URI.create(url), Map.of());
    }

    private static ServerConfig stdio(String... arguments) {
        return new ServerConfig.Stdio("s", "npx", List.of(arguments), Map.of(), null);
    }

    private Outcome<ServerDescription> connect(ScriptedWire wire) {
        try (McpSession session =
                new McpSession(
                        SERVER,
                        SessionOptions.DEFAULT.with(eras).notListening(),
                        ClientHandlers.NONE,
                        log,
                        new SessionListener() {},
                        wire)) {
            return session.connect().await();
        }
    }

    private static List<String> methods(ScriptedWire wire) {
        return wire.sent().stream().map(Sent::method).toList();
    }

    private static ScriptedWire older() {
        return new ScriptedWire((wire, sent) -> {
            if (sent.method().equals("server/discover")) {
                wire.error(sent, "{\"code\":-32601,\"message\":\"no\"}");
            }
        });
    }

    /// Knows no `initialize`.
    private static ScriptedWire newer(String refusal) {
        return new ScriptedWire(
                        (wire, sent) -> {
                            if (sent.method().equals("server/discover")) {
                                wire.result(
                                        sent,
                                        "{\"supportedVersions\":[\"2026-07-28\"],\"capabilities\":{}}");
                            } else {
                                wire.error(sent, refusal);
                            }
                        })
                .takingOver();
    }

    @Test
    void anOlderServerIsNotProbedAgain() {
        assertThat(connect(older())).isInstanceOf(Outcome.Ok.class);
        ScriptedWire again = older();
        assertThat(connect(again)).isInstanceOf(Outcome.Ok.class);
        assertThat(methods(again)).containsExactly("initialize", "notifications/initialized");
        assertThat(log.notes(log.started(SpanKind.CONNECT).getLast().id(), SpanNote.Type.STEP))
                .extracting(SpanNote::text)
                .contains("server/discover: legacy, as it was before: not asked");
    }

    @Test
    void aServerThatIsNewMeanwhileIsProbedAnewAndKnownAsThat() {
        connect(older());
        ScriptedWire newer = newer("{\"code\":-32022,\"message\":\"no\"}");
        assertThat(connect(newer)).isInstanceOf(Outcome.Ok.class);
        assertThat(methods(newer)).containsExactly("initialize", "server/discover");
        assertThat(eras.recall(EraMemory.key(SERVER))).contains(Era.MODERN);
    }

    @Test
    void aServerThatCannotBeReachedIsProbedTheNextTime() {
        connect(older());
        ScriptedWire gone =
                new ScriptedWire(
                                (wire, sent) -> {
                                    WireFault fault =
                                            WireFault.of(
                                                    WireFault.Kind.NETWORK,
                                                    "connection-refused",
                                                    "No.");
                                    wire.listener()
                                            .exchangeEnded(
                                                    sent.message().span(), Optional.of(fault));
                                })
                        .takingOver();
        assertThat(connect(gone)).isInstanceOf(Outcome.TransportError.class);
        assertThat(methods(gone)).containsExactly("initialize");
        assertThat(eras.recall(EraMemory.key(SERVER))).isEmpty();
    }

    @Test
    void aServerGoesByItsAddressOrItsCommandLine() {
        assertThat(EraMemory.key(SERVER))
                .isEqualTo(EraMemory.key(http("http://h/mcp")))
                .isNotEqualTo(EraMemory.key(http("http://h/other")))
                .isNotEqualTo(EraMemory.key(http("http://h:81/mcp")))
                .matches("[0-9a-f]{64}");
        assertThat(EraMemory.key(stdio("a", "b")))
                .isEqualTo(EraMemory.key(stdio("a", "b")))
                .isNotEqualTo(EraMemory.key(stdio("a b")));
    }
}
