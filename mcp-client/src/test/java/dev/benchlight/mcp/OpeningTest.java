package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.ScriptedWire.Sent;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Which era a server is of, and what shows it ("Versioning", "Backward Compatibility").
class OpeningTest {
    private static final String DISCOVERED =
            "{\"resultType\":\"complete\",\"supportedVersions\":[\"2026-07-28\"],"
                    + "\"capabilities\":{\"tools\":{}}}";

    private final EventLog log = new EventLog();
    private Optional<McpSession> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(McpSession::close);
    }

    private Outcome<ServerDescription> connect(ScriptedWire wire, SessionOptions options) {
        McpSession session =
                new McpSession(
                        new ServerConfig.Http("s", URI.create("http://localhost/mcp"), Map.of()),
                        options,
                        ClientHandlers.NONE,
                        log,
                        new SessionListener() {},
                        wire);
        open = Optional.of(session);
        return session.connect().await();
    }

    private Outcome<ServerDescription> connect(ScriptedWire wire) {
        return connect(wire, SessionOptions.DEFAULT);
    }

    private static Revision revision(Outcome<ServerDescription> outcome) {
        return switch (outcome) {
            case Outcome.Ok<ServerDescription>(ServerDescription server) -> server.revision();
            case Outcome.NotOk<ServerDescription> failed ->
                    throw new AssertionError(failed.problem().toString());
        };
    }

    private static List<String> methods(ScriptedWire wire) {
        return wire.sent().stream().map(Sent::method).toList();
    }

    private List<String> steps() {
        return log.notes(log.started(SpanKind.CONNECT).getFirst().id(), SpanNote.Type.STEP).stream()
                .map(SpanNote::text)
                .toList();
    }

    @Test
    void aServerThatAnswersIsModernAndIsSentNothingElse() {
        ScriptedWire wire = new ScriptedWire((w, sent) -> w.result(sent, DISCOVERED));

        assertThat(revision(connect(wire))).isEqualTo(Revision.R2026_07_28);
        assertThat(methods(wire)).containsExactly("server/discover");
        assertThat(steps()).contains("server/discover: modern: server/discover was answered");
    }

    @ParameterizedTest
    @ValueSource(ints = {-32601, -32602, -32000, -32002, 1})
    void anyErrorThatIsNotAModernOneShowsALegacyServer(int code) {
        ScriptedWire wire =
                new ScriptedWire((w, sent) -> {
                    if (sent.method().equals("server/discover")) {
                        w.error(sent, "{\"code\":" + code + ",\"message\":\"no\"}");
                    }
                });

        assertThat(revision(connect(wire))).isEqualTo(Revision.R2025_11_25);
        assertThat(methods(wire))
                .containsExactly("server/discover", "initialize", "notifications/initialized");
        assertThat(wire.sent("initialize").getFirst().json().at("/params/_meta").isMissingNode())
                .isTrue();
        assertThat(steps())
                .contains(
                        "server/discover: legacy: it answered server/discover with error " + code);
    }

    @ParameterizedTest
    @CsvSource({"HTTP, http-400, true", "HTTP, http-429, false", "NETWORK, no-route, false"})
    void aStatusShowsALegacyServerUnlessItWouldMeetEveryRequest(
            WireFault.Kind kind, String code, boolean legacy) {
        ScriptedWire wire =
                new ScriptedWire((w, sent) -> {
                    if (sent.method().equals("server/discover")) {
                        WireFault fault = WireFault.of(kind, code, "The server answered so.");
                        w.listener().exchangeEnded(sent.message().span(), Optional.of(fault));
                    }
                });

        assertThat(connect(wire) instanceof Outcome.Ok).isEqualTo(legacy);
        assertThat(wire.sent("initialize")).hasSize(legacy ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {-32020, -32021})
    void aModernErrorIsNoReasonToShakeHands(int code) {
        ScriptedWire wire =
                new ScriptedWire(
                        (w, sent) -> w.error(sent, "{\"code\":" + code + ",\"message\":\"no\"}"));

        assertThat(connect(wire)).isInstanceOf(Outcome.RpcError.class);
        assertThat(methods(wire)).containsExactly("server/discover");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"2025-06-18\",\"2025-11-25\"; 2025-11-25",
                "\"2024-11-05\",\"2099-01-01\"; 2024-11-05",
            })
    void ofTheRevisionsThatAServerNamesTheNewestKnownIsTaken(String supported, String chosen) {
        ScriptedWire wire =
                new ScriptedWire(
                                (w, sent) -> {
                                    if (sent.method().equals("server/discover")) {
                                        unsupported(w, sent, supported);
                                    }
                                })
                        .speaking(chosen);

        assertThat(revision(connect(wire)).version()).isEqualTo(chosen);
        assertThat(
                        wire.sent("initialize")
                                .getFirst()
                                .json()
                                .at("/params/protocolVersion")
                                .asString())
                .isEqualTo(chosen);
    }

    private static void unsupported(ScriptedWire wire, Sent sent, String supported) {
        wire.error(
                sent,
                "{\"code\":-32022,\"message\":\"no\",\"data\":{\"supported\":["
                        + supported
                        + "]}}");
    }

    @Test
    void aServerOfNoKnownRevisionIsSaidToBeOne() {
        ScriptedWire wire = new ScriptedWire((w, sent) -> unsupported(w, sent, "\"2099-01-01\""));

        assertThat(connect(wire))
                .isInstanceOfSatisfying(
                        Outcome.ProtocolViolation.class,
                        failed ->
                                assertThat(failed.problem().message())
                                        .isEqualTo(
                                                "the server does not speak MCP revision 2026-07-28;"
                                                        + " it names [\"2099-01-01\"]"));
        assertThat(methods(wire)).containsExactly("server/discover");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aServerThatRefusesARevisionThatItNamesIsAskedOnceMore(boolean pinned) {
        SessionOptions options =
                pinned
                        ? SessionOptions.DEFAULT.speaking(Revision.R2026_07_28)
                        : SessionOptions.DEFAULT;
        ScriptedWire wire =
                new ScriptedWire((w, sent) -> {
                    if (w.sent().size() == 1) {
                        unsupported(w, sent, "\"2026-07-28\",\"2025-11-25\"");
                    } else {
                        w.result(sent, DISCOVERED);
                    }
                });

        assertThat(revision(connect(wire, options))).isEqualTo(Revision.R2026_07_28);
        assertThat(methods(wire)).containsExactly("server/discover", "server/discover");
    }

    @Test
    void aServerThatRefusesTheRevisionsThatItNamesIsNotAskedForever() {
        ScriptedWire wire = new ScriptedWire((w, sent) -> unsupported(w, sent, "\"2026-07-28\""));

        assertThat(connect(wire)).isInstanceOf(Outcome.ProtocolViolation.class);
        assertThat(methods(wire)).containsExactly("server/discover", "server/discover");
    }

    @Test
    void aPinnedRevisionIsNotProbedFor() {
        ScriptedWire old = new ScriptedWire((w, sent) -> {}).speaking("2025-06-18");
        connect(old, SessionOptions.DEFAULT.speaking(Revision.R2025_06_18));
        assertThat(methods(old)).containsExactly("initialize", "notifications/initialized");
    }

    @Test
    void aPinnedModernRevisionIsNotGivenUpForAnOlderOne() {
        ScriptedWire wire =
                new ScriptedWire(
                        (w, sent) -> w.error(sent, "{\"code\":-32601,\"message\":\"no\"}"));

        assertThat(connect(wire, SessionOptions.DEFAULT.speaking(Revision.R2026_07_28)))
                .isInstanceOf(Outcome.RpcError.class);
        assertThat(methods(wire)).containsExactly("server/discover");
    }

    /// Silent at first, as while it is fetched and started.
    private static ScriptedWire starting(String initialized, String discovered) {
        AtomicInteger asked = new AtomicInteger();
        return new ScriptedWire(
                        (w, sent) -> {
                            if (sent.method().equals("initialize")) {
                                w.say(
                                        "{\"jsonrpc\":\"2.0\",\"id\":"
                                                + sent.id()
                                                + ","
                                                + initialized
                                                + "}");
                            } else if (sent.method().equals("server/discover")
                                    && asked.incrementAndGet() > 1) {
                                w.result(sent, discovered);
                            }
                        })
                .takingOver();
    }

    private static SessionOptions impatient(EraMemory memory) {
        Duration probe = Duration.ofMillis(200);
        return new SessionOptions(null, probe, Duration.ofSeconds(1), Limits.DEFAULT).with(memory);
    }

    @Test
    void aModernServerThatStartsSlowlyIsAskedOnceMoreWhenItRefusesToShakeHands() {
        ScriptedWire wire = starting("\"error\":{\"code\":-32601,\"message\":\"no\"}", DISCOVERED);

        assertThat(revision(connect(wire, impatient(EraMemory.inMemory()))))
                .isEqualTo(Revision.R2026_07_28);
        assertThat(wire.sent("server/discover")).hasSize(2);
    }

    @Test
    void silenceIsNotRememberedAsTheEraOfAServer() {
        EraMemory memory = EraMemory.inMemory();
        ScriptedWire wire = starting("\"result\":{\"protocolVersion\":\"2025-11-25\"}", DISCOVERED);

        assertThat(revision(connect(wire, impatient(memory)))).isEqualTo(Revision.R2025_11_25);
        ScriptedWire again = new ScriptedWire((w, sent) -> w.result(sent, DISCOVERED));
        assertThat(revision(connect(again, impatient(memory)))).isEqualTo(Revision.R2026_07_28);
    }
}
