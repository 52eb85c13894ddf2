package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.ScriptedWire.Sent;
import dev.benchlight.mcp.rpc.Answer;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Question;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/// The session and its correlation over a scripted wire, without a process.
class McpSessionTest {
    private static final ServerConfig SERVER =
            new ServerConfig.Stdio("s", "none", List.of(), Map.of(), null);
    private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

    private final EventLog log = new EventLog();
    private final List<SessionState> states = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private Optional<McpSession> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(McpSession::close);
    }

    private McpSession connect(ScriptedWire wire, ClientHandlers handlers) {
        SessionListener listener =
                new SessionListener() {
                    @Override
                    public void stateChanged(SessionState state) {
                        states.add(state);
                    }

                    @Override
                    public void notified(String method, JsonNode params) {
                        heard.add(method);
                    }
                };
        McpSession session =
                new McpSession(
                        SERVER,
                        SessionOptions.DEFAULT.speaking(Revision.LATEST_LEGACY),
                        handlers,
                        log,
                        listener,
                        wire);
        open = Optional.of(session);
        assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
        return session;
    }

    private McpSession connect(ScriptedWire wire) {
        return connect(wire, ClientHandlers.NONE);
    }

    private McpSession connect(BiConsumer<ScriptedWire, Sent> script) {
        return connect(new ScriptedWire(script));
    }

    private static Outcome<ToolResult> call(McpSession session) {
        return session.callTool("t", NOTHING, CallOptions.DEFAULT).await();
    }

    @Test
    void statesAreToldInOrder() {
        McpSession session = connect((wire, sent) -> {});
        session.close();
        assertThat(states)
                .hasExactlyElementsOfTypes(
                        SessionState.Connecting.class,
                        SessionState.Connecting.class,
                        SessionState.Ready.class,
                        SessionState.Closed.class);
    }

    @Test
    void connectingTwiceIsConnectingOnce() {
        ScriptedWire wire = new ScriptedWire((w, sent) -> {});
        McpSession session = connect(wire);
        session.connect().await();
        assertThat(wire.sent())
                .extracting(Sent::method)
                .containsExactly("initialize", "notifications/initialized");
    }

    @Test
    void aCallTellsOfTimeAndBytesAsItsSpanDoes() {
        McpSession session = connect((wire, sent) -> wire.result(sent, "{\"content\":[]}"));
        Call<ToolResult> call = session.callTool("t", NOTHING, CallOptions.DEFAULT);
        call.await();
        SpanEnded span = log.ended(call.span());
        assertThat(call.metrics().duration())
                .isEqualTo(log.started(call.span()).at().until(span.at()));
        assertThat(call.metrics().bytesSent()).isEqualTo(span.bytesSent()).isPositive();
        assertThat(call.metrics().bytesReceived()).isEqualTo(span.bytesReceived()).isPositive();
    }

    @Test
    void aToolErrorKeepsTheWholeResult() {
        McpSession session =
                connect((wire, sent) ->
                        wire.result(
                                sent,
                                "{\"isError\":true,\"x-vendor\":1,\"content\":[{\"type\":"
                                        + "\"text\",\"text\":\"no disk\"}]}"));
        Call<ToolResult> call = session.callTool("t", NOTHING, CallOptions.DEFAULT);
        assertThat(call.await())
                .isInstanceOfSatisfying(
                        Outcome.ToolError.class,
                        error -> {
                            assertThat(error.problem().message())
                                    .isEqualTo("the tool reported an error: no disk");
                            assertThat(((ToolResult) error.value()).json().has("x-vendor"))
                                    .isTrue();
                        });
        assertThat(log.ended(call.span()).status()).isEqualTo(SpanStatus.TOOL_ERROR);
    }

    @Test
    void anRpcErrorKeepsCodeMessageAndData() {
        McpSession session =
                connect((wire, sent) ->
                        wire.say(
                                "{\"jsonrpc\":\"2.0\",\"id\":"
                                        + sent.id()
                                        + ",\"error\":{\"code\":-32602,\"message\":\"bad"
                                        + " a\",\"data\":{\"k\":1}}}"));
        assertThat(call(session))
                .isInstanceOfSatisfying(
                        Outcome.RpcError.class,
                        error -> {
                            assertThat(error.code()).isEqualTo(-32602);
                            assertThat(error.problem().message())
                                    .isEqualTo("the server answered with error -32602: bad a");
                            assertThat(String.valueOf(error.data())).isEqualTo("{\"k\":1}");
                        });
    }

    @Test
    void batchesAreTakenOnlyInTheRevisionThatHasThem() {
        BiConsumer<ScriptedWire, Sent> script =
                (wire, sent) -> {
                    if (sent.method().equals("tools/call")) {
                        wire.say(
                                "[{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\"},{\"jsonrpc\":"
                                        + "\"2.0\",\"id\":"
                                        + sent.id()
                                        + ",\"result\":{\"content\":[]}}]");
                    }
                };
        assertThat(call(connect(new ScriptedWire(script).speaking("2025-03-26"))))
                .isInstanceOf(Outcome.Ok.class);
        assertThat(heard).containsExactly("notifications/x");
        close();
        assertThat(call(connect(script))).isInstanceOf(Outcome.ProtocolViolation.class);
    }

    @ParameterizedTest
    @CsvSource({"tools/call, content", "prompts/get, messages", "resources/read, contents"})
    void aReplayIsHeldToTheRulesOfItsMethod(String method, String member) {
        McpSession session =
                connect((wire, sent) -> {
                    boolean good = sent.json().at("/params/good").asBoolean(false);
                    wire.result(sent, good ? "{\"" + member + "\":[]}" : "{\"" + member + "\":7}");
                });
        ObjectNode params = JsonNodeFactory.instance.objectNode().put("good", true);
        assertThat(session.request(method, params, CallOptions.DEFAULT).await())
                .isInstanceOf(Outcome.Ok.class);
        assertThat(session.request(method, NOTHING, CallOptions.DEFAULT).await())
                .isInstanceOfSatisfying(
                        Outcome.ProtocolViolation.class,
                        violation ->
                                assertThat(violation.problem().message())
                                        .contains("has a number at /" + member));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,2]", "\"x\"", "{\"_meta\":7,\"name\":\"t\"}"})
    void paramsThatLeaveNoRoomForAProgressTokenAreSentAsGiven(String params) {
        ScriptedWire wire = new ScriptedWire((w, sent) -> w.result(sent, "{\"content\":[]}"));
        JsonNode given = JsonMapper.shared().readTree(params);
        connect(wire).request("tools/call", given, CallOptions.DEFAULT).await();
        assertThat(wire.sent("tools/call").getFirst().json().path("params")).isEqualTo(given);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"error\":{\"code\":1,\"message\":\"x\"}", "\"result\":{\"prompts\":{}}"})
    void laterPagesThatFailLeaveThePagesBefore(String answer) {
        McpSession session =
                connect((wire, sent) -> {
                    if (sent.json().path("params").has("cursor")) {
                        wire.say("{\"jsonrpc\":\"2.0\",\"id\":" + sent.id() + "," + answer + "}");
                    } else {
                        wire.result(sent, "{\"prompts\":[{\"name\":\"p\"}],\"nextCursor\":\"c\"}");
                    }
                });
        assertThat(session.listPrompts(CallOptions.DEFAULT).await())
                .isInstanceOfSatisfying(
                        Outcome.Ok.class,
                        ok -> {
                            Listing<?> listing = (Listing<?>) ok.value();
                            assertThat(listing.items()).hasSize(1);
                            assertThat(listing.complete()).isFalse();
                            assertThat(listing.warnings().getFirst().samples().getFirst())
                                    .containsAnyOf("error 1: x", "has an object at /prompts");
                        });
    }

    @Test
    void cancellingALaterPageCancelsTheListing() {
        ScriptedWire wire =
                new ScriptedWire((w, sent) -> {
                    if (!sent.json().path("params").has("cursor")) {
                        w.result(sent, "{\"prompts\":[{\"name\":\"p\"}],\"nextCursor\":\"c\"}");
                    }
                });
        Call<?> call = connect(wire).listPrompts(CallOptions.DEFAULT);
        Await.until("second page asked for", () -> wire.sent("prompts/list").size() == 2);
        call.cancel();
        assertThat(call.await()).isInstanceOf(Outcome.Cancelled.class);
    }

    @Test
    void aCallBeforeConnectingFailsAtOnceAndSendsNothing() {
        ScriptedWire wire = new ScriptedWire((w, sent) -> {});
        McpSession session =
                new McpSession(
                        SERVER,
                        SessionOptions.DEFAULT.speaking(Revision.LATEST_LEGACY),
                        ClientHandlers.NONE,
                        log,
                        new SessionListener() {},
                        wire);
        open = Optional.of(session);
        assertThat(call(session))
                .isInstanceOfSatisfying(
                        Outcome.TransportError.class,
                        error ->
                                assertThat(error.problem().message())
                                        .endsWith("was not connected during tools/call"));
        assertThat(wire.sent()).isEmpty();
        assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void anEventOverTheLimitOnTheListeningStreamFailsNoCall() {
        ScriptedWire wire = new ScriptedWire((w, sent) -> {});
        McpSession session = connect(wire);
        Call<ToolResult> call = session.callTool("t", NOTHING, CallOptions.DEFAULT);
        wire.listener()
                .refused(
                        new FrameId("scripted", 99),
                        Channel.SSE_EVENT,
                        null,
                        new byte[0],
                        new byte[0],
                        WireFault.of(WireFault.Kind.LIMIT, "message-too-large", "too large"));
        wire.say("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"content\":[]}}");
        assertThat(call.await()).isInstanceOf(Outcome.Ok.class);
        assertThat(log.violations()).containsExactly("message-too-large: too large");
    }

    @Test
    void aListingOfWhatWasNotDeclaredIsNotSentButACallIs() {
        ScriptedWire wire =
                new ScriptedWire((w, sent) -> w.result(sent, "{\"content\":[]}"))
                        .declaring("{\"prompts\":{}}");
        McpSession session = connect(wire);
        Call<Listing<Tool>> call = session.listTools(CallOptions.DEFAULT);
        assertThat(call.await())
                .isInstanceOfSatisfying(
                        Outcome.ProtocolViolation.class,
                        violation -> {
                            assertThat(violation.problem().code()).isEqualTo("capability-missing");
                            assertThat(violation.problem().message())
                                    .startsWith("the server offers no tools");
                        });
        assertThat(log.ended(call.span()).status()).isEqualTo(SpanStatus.PROTOCOL_VIOLATION);
        assertThat(wire.sent()).hasSize(2);
        assertThat(call(session)).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void aCallWithAParentIsPartOfItsTraceAndSoAreLaterPages() {
        McpSession session =
                connect((wire, sent) -> {
                    boolean later = sent.json().path("params").has("cursor");
                    wire.result(sent, "{\"prompts\":[]" + (later ? "}" : ",\"nextCursor\":\"c\"}"));
                });
        SpanContext parent = new SpanContext(TraceId.random(), SpanId.random());
        Call<?> call = session.listPrompts(CallOptions.DEFAULT.within(parent));
        call.await();
        assertThat(call.trace()).isEqualTo(parent.trace());
        assertThat(log.started(SpanKind.REQUEST))
                .filteredOn(span -> span.method().equals("prompts/list"))
                .hasSize(2)
                .allMatch(span -> span.trace().equals(parent.trace()))
                .allMatch(span -> parent.span().equals(span.parent()));
    }

    @Test
    void cancellingTellsTheServerAndAbandonsTheExchange() {
        ScriptedWire wire = new ScriptedWire((w, sent) -> {});
        McpSession session = connect(wire);
        Call<ToolResult> call = session.callTool("t", NOTHING, CallOptions.DEFAULT);
        call.cancel();
        call.cancel();
        assertThat(call.await()).isInstanceOf(Outcome.Cancelled.class);
        assertThat(wire.abandoned()).containsExactly(call.span());
        assertThat(wire.sent().getLast().json().path("params").path("requestId").asInt())
                .isEqualTo(2);
    }

    @Test
    void closingCancelsWhatRuns() {
        ScriptedWire wire = new ScriptedWire((w, sent) -> {});
        McpSession session = connect(wire);
        Call<ToolResult> call = session.callTool("t", NOTHING, CallOptions.DEFAULT);
        session.close();
        assertThat(call.await()).isInstanceOf(Outcome.Cancelled.class);
        assertThat(wire.closed()).isTrue();
        assertThat(call(session)).isInstanceOf(Outcome.TransportError.class);
    }

    @Test
    void declaredCapabilitiesAreAnsweredByTheHandlers() {
        ClientHandlers roots =
                new ClientHandlers() {
                    @Override
                    public Optional<JsonNode> capabilities() {
                        return Optional.of(JsonMapper.shared().readTree("{\"roots\":{}}"));
                    }

                    @Override
                    public Answer answer(String server, Question question) {
                        return new Answer.Result(JsonMapper.shared().readTree("{\"roots\":[]}"));
                    }
                };
        ScriptedWire wire =
                new ScriptedWire((w, sent) -> {
                    if (sent.method().equals("ping")) {
                        w.say("{\"jsonrpc\":\"2.0\",\"id\":\"r\",\"method\":\"roots/list\"}");
                    } else if (sent.id().equals("\"r\"")) {
                        w.say(
                                "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":"
                                        + sent.json().path("result")
                                        + "}");
                    }
                });
        McpSession session = connect(wire, roots);
        assertThat(session.ping(CallOptions.DEFAULT).await().toString()).contains("roots");
        assertThat(log.started(SpanKind.SERVER_REQUEST)).hasSize(1);
    }

    @Test
    void anExchangeThatEndsWithoutItsAnswerFailsThatCallOnly() {
        ScriptedWire wire = new ScriptedWire((w, sent) -> {});
        McpSession session = connect(wire);
        Call<ToolResult> lost = session.callTool("a", NOTHING, CallOptions.DEFAULT);
        Call<ToolResult> other = session.callTool("b", NOTHING, CallOptions.DEFAULT);
        wire.listener().exchangeEnded(lost.span(), Optional.empty());
        assertThat(lost.await())
                .isInstanceOfSatisfying(
                        Outcome.ProtocolViolation.class,
                        violation -> assertThat(violation.problem().code()).isEqualTo("no-answer"));
        wire.say("{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{\"content\":[]}}");
        assertThat(other.await()).isInstanceOf(Outcome.Ok.class);
    }
}
