package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.ScriptedWire.Sent;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.SpanStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `initialize` in every revision ("Lifecycle", "Version Negotiation").
class HandshakeTest {
    private final EventLog log = new EventLog();
    private Optional<McpSession> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(McpSession::close);
    }

    private McpSession session(ScriptedWire wire, Revision offered, ClientHandlers handlers) {
        McpSession session =
                new McpSession(
                        new ServerConfig.Stdio("s", "none", List.of(), Map.of(), null),
                        new SessionOptions(
                                offered,
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(1),
                                Limits.DEFAULT),
                        handlers,
                        log,
                        new SessionListener() {},
                        wire);
        open = Optional.of(session);
        return session;
    }

    private McpSession session(ScriptedWire wire) {
        return session(wire, Revision.LATEST_LEGACY, ClientHandlers.NONE);
    }

    private static ScriptedWire silent() {
        return new ScriptedWire((wire, sent) -> {});
    }

    private static Problem failure(McpSession session, Class<?> kind) {
        Outcome<ServerDescription> outcome = session.connect().await();
        assertThat(outcome).isInstanceOf(kind);
        Problem problem = ((Outcome.NotOk<?>) outcome).problem();
        assertThat(session.state()).isEqualTo(new SessionState.Failed("initialize", problem));
        return problem;
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-05, 2024-11-05",
        "2025-03-26, 2025-03-26",
        "2025-06-18, 2025-06-18 in a header",
        "2025-11-25, 2025-11-25 in a header"
    })
    void eachRevisionTheServerMayChooseIsSpokenByItsRules(String version, String negotiated) {
        ScriptedWire wire = silent().speaking(version);
        assertThat(session(wire).connect().await())
                .isInstanceOfSatisfying(
                        Outcome.Ok.class,
                        ok ->
                                assertThat(((ServerDescription) ok.value()).revision().version())
                                        .isEqualTo(version));
        assertThat(wire.negotiated()).containsExactly(negotiated);
        assertThat(wire.sent())
                .extracting(Sent::method)
                .containsExactly("initialize", "notifications/initialized");
    }

    @ParameterizedTest
    @EnumSource(value = Revision.class, mode = Mode.EXCLUDE, names = "R2026_07_28")
    void theRevisionThatWasAskedForIsOffered(Revision offered) {
        ScriptedWire wire = silent().speaking(offered.version());
        session(wire, offered, ClientHandlers.NONE).connect().await();
        JsonNode params = wire.sent("initialize").getFirst().json().path("params");
        assertThat(params.path("protocolVersion").asString()).isEqualTo(offered.version());
        assertThat(params.path("capabilities").propertyNames()).containsExactly("extensions");
        assertThat(params.path("clientInfo").path("name").asString()).isEqualTo("benchlight");
        assertThat(params.path("clientInfo").path("version").asString()).isNotBlank();
        assertThat(params.has("_meta")).isFalse();
    }

    @Test
    void whatTheHandlersOfferIsDeclared() {
        ScriptedWire wire = silent();
        ClientHandlers roots =
                new ClientHandlers() {
                    @Override
                    public Optional<JsonNode> capabilities() {
                        return Optional.of(
                                JsonMapper.shared().readTree("{\"roots\":{\"listChanged\":true}}"));
                    }
                };
        session(wire, Revision.LATEST_LEGACY, roots).connect().await();
        assertThat(wire.sent("initialize").getFirst().json().at("/params/capabilities/roots"))
                .hasToString("{\"listChanged\":true}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2099-01-01", "2026-07-28", "DRAFT", "2025-11-25 ", ""})
    void aRevisionThatNobodySpeaksEndsTheConnection(String version) {
        ScriptedWire wire = silent().speaking(version);
        Problem problem = failure(session(wire), Outcome.ProtocolViolation.class);
        assertThat(problem.code()).isEqualTo("unsupported-version");
        assertThat(problem.message())
                .contains("\"" + version + "\"")
                .contains("2024-11-05, 2025-03-26, 2025-06-18, 2025-11-25");
        assertThat(wire.sent("notifications/initialized")).isEmpty();
        Await.until("closed", wire::closed);
    }

    /// Answers `initialize` with the members given beside a good revision, or with another one.
    private static ScriptedWire describing(String members) {
        String revision = "\"protocolVersion\":\"2025-11-25\",";
        String result =
                "{"
                        + (members.contains("protocolVersion") ? "" : revision)
                        + members.replace('\'', '"')
                        + "}";
        return new ScriptedWire(
                        (w, sent) -> {
                            if (sent.method().equals("initialize")) {
                                w.result(sent, result);
                            }
                        })
                .takingOver();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'protocolVersion':null | null at /protocolVersion",
                "'protocolVersion':20251125 | a number at /protocolVersion",
                "'capabilities':[] | an array at /capabilities",
                "'capabilities':null | null at /capabilities",
                "'capabilities':{},'serverInfo':'mine' | a string at /serverInfo",
                "'capabilities':{},'serverInfo':{'name':7} | a number at /serverInfo/name",
                "'capabilities':{},'serverInfo':{'name':'n','version':1} | a number at /serverInfo/version",
                "'capabilities':{},'instructions':['do'] | an array at /instructions"
            },
            quoteCharacter = '`')
    void aMemberOfTheWrongTypeIsAViolation(String members, String text) {
        Problem problem = failure(session(describing(members)), Outcome.ProtocolViolation.class);
        assertThat(problem.code()).isEqualTo("bad-result");
        assertThat(problem.message())
                .startsWith("protocol violation: the result of initialize has " + text + ", where");
    }

    @Test
    void aMissingRevisionIsAViolation() {
        ScriptedWire wire =
                new ScriptedWire((w, sent) -> w.result(sent, "{\"capabilities\":{}}")).takingOver();
        assertThat(failure(session(wire), Outcome.ProtocolViolation.class).message())
                .contains("nothing at /protocolVersion, where a string must stand");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'serverInfo':{'name':'n','version':'1'} | /capabilities is missing",
                "'capabilities':{},'serverInfo':{'name':'n'} | /serverInfo/version is missing",
                "'capabilities':{'tools':true},'serverInfo':{'name':'n','version':'1'} | /capabilities/tools is not an object"
            },
            quoteCharacter = '`')
    void aMemberThatIsMissingIsAWarning(String members, String sample) {
        McpSession session = session(describing(members));
        assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
        assertThat(session.warnings()).hasSize(1);
        assertThat(session.warnings().getFirst().code()).isEqualTo("bad-initialize-result");
        assertThat(session.warnings().getFirst().samples()).containsExactly(sample);
        assertThat(session.state()).isInstanceOf(SessionState.Degraded.class);
    }

    @ParameterizedTest
    @CsvSource({"{}, true", "true, true", "null, false", "false, false"})
    void aCapabilityIsDeclaredByAnObject(String declared, boolean offered) {
        JsonNode json =
                JsonMapper.shared().readTree("{\"capabilities\":{\"tools\":" + declared + "}}");
        assertThat(new ServerDescription(Revision.LATEST_LEGACY, json).has("tools"))
                .isEqualTo(offered);
    }

    @Test
    void anErrorInAnswerToInitializeIsShownWithItsData() {
        ScriptedWire wire =
                new ScriptedWire((w, sent) ->
                        w.error(
                                sent,
                                "{\"code\":-32602,\"message\":\"Unsupported protocol"
                                        + " version\",\"data\":{\"supported\":[\"x\"]}}"))
                        .takingOver();
        Problem problem = failure(session(wire), Outcome.RpcError.class);
        assertThat(problem.message())
                .isEqualTo("the server answered with error -32602: Unsupported protocol version");
        assertThat(String.valueOf(problem.details())).contains("{\"supported\":[\"x\"]}");
        assertThat(wire.sent()).hasSize(1);
    }

    @Test
    void theStepsAndTheServersNameStandAtTheSpanOfConnecting() {
        session(silent()).connect().await();
        SpanStarted span = log.started(SpanKind.CONNECT).getFirst();
        assertThat(log.notes(span.id(), SpanNote.Type.STEP))
                .extracting(SpanNote::text)
                .containsExactly("starting the process: ok", "initialize: ok", "initialized: ok");
        assertThat(log.ended(span.id()).summary()).startsWith("connected to script");
        assertThat(log.started(SpanKind.REQUEST).getFirst().parent()).isEqualTo(span.id());
    }

    @Test
    void aFailedStepStandsThereWithItsReason() {
        session(silent().speaking("1999-01-01")).connect().await();
        SpanStarted span = log.started(SpanKind.CONNECT).getFirst();
        assertThat(log.notes(span.id(), SpanNote.Type.STEP).getLast().text())
                .startsWith("initialize: failed: the server speaks MCP revision \"1999-01-01\"");
        assertThat(log.ended(span.id()).status()).isEqualTo(SpanStatus.PROTOCOL_VIOLATION);
    }

    @Test
    void aNotificationBeforeTheAnswerDoesNotDisturb() {
        ScriptedWire wire =
                new ScriptedWire(
                                (w, sent) -> {
                                    if (sent.method().equals("initialize")) {
                                        w.say(
                                                "{\"jsonrpc\":\"2.0\",\"method\":"
                                                        + "\"notifications/message\",\"params\":{}}");
                                        w.say(
                                                "{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"method\":\"ping\"}");
                                        w.result(
                                                sent,
                                                "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{}}");
                                    }
                                })
                        .takingOver();
        assertThat(session(wire).connect().await()).isInstanceOf(Outcome.Ok.class);
        assertThat(wire.sent())
                .extracting(sent -> sent.method() + sent.id())
                .containsExactly("initialize1", "\"p\"", "notifications/initialized");
    }

    @Test
    void closingWhileConnectingCancelsItAndClosesTheWire() {
        ScriptedWire wire = silent().takingOver();
        McpSession session = session(wire);
        var connect = session.connect();
        Await.until("asked", () -> wire.sent("initialize").size() == 1);
        session.close();
        assertThat(connect.await()).isInstanceOf(Outcome.Cancelled.class);
        assertThat(session.state()).isInstanceOf(SessionState.Closed.class);
        assertThat(wire.closed()).isTrue();
    }
}
