package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.ScriptedWire.Sent;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.WireFault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// `subscriptions/listen`, against a script.
class ListeningTest {
    private static final String LISTEN = "subscriptions/listen";
    private static final String URI_A = "file:///a";
    private static final String ALL =
            """
            {"tools":{"listChanged":true},"prompts":{"listChanged":false},\
            "resources":{"listChanged":true,"subscribe":true}}\
            """;

    private final EventLog log = new EventLog();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Set<String> granted = ConcurrentHashMap.newKeySet();
    private final List<ListenState.Phase> states = new CopyOnWriteArrayList<>();
    private final List<String> reasons = new CopyOnWriteArrayList<>();
    private volatile boolean grants = true;
    private Optional<McpSession> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(McpSession::close);
    }

    private McpSession connect(ScriptedWire wire, SessionOptions options) {
        return connect(
                new ServerConfig.Http("s", URI.create("http://h/mcp"), Map.of()), wire, options);
    }

    private McpSession connect(ServerConfig config, ScriptedWire wire, SessionOptions options) {
        SessionListener listener =
                new SessionListener() {
                    @Override
                    public void notified(String method, JsonNode params) {
                        heard.add(method + " " + params.path("uri").asString(""));
                    }

                    @Override
                    public void listening(ListenState state) {
                        states.add(state.phase());
                        reasons.add(state.reason());
                    }
                };
        McpSession session =
                new McpSession(config, options, ClientHandlers.NONE, log, listener, wire);
        open = Optional.of(session);
        assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
        return session;
    }

    private McpSession connect(ScriptedWire wire) {
        return connect(wire, SessionOptions.DEFAULT);
    }

    /// A server that grants what is asked for.
    private ScriptedWire granting(String capabilities) {
        return new ScriptedWire((wire, sent) -> {
            if (sent.method().equals("server/discover")) {
                wire.result(
                        sent,
                        "{\"supportedVersions\":[\"2026-07-28\"],\"capabilities\":"
                                + capabilities
                                + "}");
            } else if (sent.method().equals(LISTEN) && grants) {
                acknowledge(wire, sent, sent.json().at("/params/notifications").toString());
                granted.add(sent.id());
            } else if (sent.method().equals("ping")) {
                wire.result(sent, "{}");
            }
        });
    }

    private static void acknowledge(ScriptedWire wire, Sent sent, String granted) {
        tell(wire, sent.id(), "subscriptions/acknowledged", ",\"notifications\":" + granted);
    }

    private static void tell(ScriptedWire wire, String id, String method, String more) {
        wire.say(
                """
                {"jsonrpc":"2.0","method":"notifications/%s","params":\
                {"_meta":{"io.modelcontextprotocol/subscriptionId":%s}%s}}\
                """
                        .formatted(method, id, more));
    }

    /// The request of this number, which was acknowledged where the server does that.
    private Sent listening(ScriptedWire wire, int times) {
        Await.until(times + " times " + LISTEN, () -> wire.sent(LISTEN).size() >= times);
        Sent sent = wire.sent(LISTEN).get(times - 1);
        Await.until("acknowledged", () -> !grants || granted.contains(sent.id()));
        return sent;
    }

    private static void warned(McpSession session, String code) {
        Await.until(
                "warning " + code,
                () -> session.warnings().stream().anyMatch(w -> w.code().equals(code)));
    }

    private static String filter(Sent sent) {
        return sent.json().at("/params/notifications").toString();
    }

    @Test
    void whatTheServerDeclaresIsAskedForAndHeardOfUnderItsIdAlone() {
        ScriptedWire wire = granting(ALL);
        McpSession session = connect(wire);
        Sent sent = listening(wire, 1);
        assertThat(filter(sent))
                .isEqualTo("{\"toolsListChanged\":true,\"resourcesListChanged\":true}");

        tell(wire, sent.id(), "tools/list_changed", "");
        assertThat(heard).containsExactly("notifications/tools/list_changed ");
        tell(wire, "77", "tools/list_changed", "");
        tell(wire, "\"1\"", "tools/list_changed", "");
        assertThat(heard).hasSize(1);
        assertThat(log.violations())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).startsWith("unknown-subscription: "));
        assertThat(session.warnings()).extracting(Warning::code).containsOnly("protocol-violation");
    }

    @Test
    void overStdioWhatNamesNoSubscriptionIsHeardOfButBelongsToNone() {
        ServerConfig stdio = new ServerConfig.Stdio("s", "c", List.of(), Map.of(), null);
        grants = false;
        ScriptedWire wire = granting(ALL);
        McpSession session = connect(stdio, wire, SessionOptions.DEFAULT);
        Sent sent = listening(wire, 1);
        wire.say(
                """
                {"jsonrpc":"2.0","method":"notifications/subscriptions/acknowledged",\
                "params":{"notifications":{"toolsListChanged":true}}}\
                """);
        wire.say("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\"}");
        assertThat(heard)
                .containsExactly(
                        "notifications/subscriptions/acknowledged ",
                        "notifications/tools/list_changed ");
        assertThat(phase(session)).isEqualTo(ListenState.Phase.ASKED);
        assertThat(session.warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("subscription-id-missing");
                    assertThat(warning.count()).isEqualTo(2);
                });

        acknowledge(wire, sent, "{\"toolsListChanged\":true,\"resourcesListChanged\":true}");
        tell(wire, sent.id(), "tools/list_changed", "");
        assertThat(phase(session)).isEqualTo(ListenState.Phase.OPEN);
        wire.say("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{}}");
        assertThat(session.warnings()).hasSize(1);
    }

    @Test
    void nothingIsAskedForWhereNothingIsDeclaredOrNobodyWantsToHear() {
        ScriptedWire silent = granting("{\"tools\":{\"listChanged\":false},\"resources\":{}}");
        McpSession session = connect(silent);
        assertThat(session.subscribe(URI_A, CallOptions.DEFAULT).await())
                .isInstanceOf(Outcome.ProtocolViolation.class);
        session.close();
        assertThat(silent.sent(LISTEN)).isEmpty();

        ScriptedWire wire = granting(ALL);
        connect(wire, SessionOptions.DEFAULT.notListening()).close();
        assertThat(wire.sent(LISTEN)).isEmpty();
    }

    @Test
    void whatIsNotGrantedIsSaid() {
        grants = false;
        ScriptedWire wire = granting(ALL);
        McpSession session = connect(wire);
        acknowledge(wire, listening(wire, 1), "{\"toolsListChanged\":true}");

        warned(session, "subscription-not-granted");
        assertThat(session.warnings().getFirst().samples()).containsExactly("resources");
    }

    @Test
    void aServerThatRefusesIsNotAskedAgain() {
        grants = false;
        ScriptedWire wire = granting(ALL);
        McpSession session = connect(wire);
        wire.error(listening(wire, 1), "{\"code\":-32601,\"message\":\"no such method\"}");

        warned(session, "listening-refused");
        assertThat(session.request("ping", MissingNode.getInstance(), CallOptions.DEFAULT).await())
                .isInstanceOf(Outcome.Ok.class);
        assertThat(wire.sent(LISTEN)).hasSize(1);
    }

    @Test
    void aSubscriptionThatTheServerEndsIsMadeAgain() {
        ScriptedWire wire = granting(ALL);
        McpSession session = connect(wire);
        Sent first = listening(wire, 1);
        tell(wire, first.id(), "prompts/list_changed", "");
        wire.result(first, "{\"resultType\":\"complete\"}");
        Sent second = listening(wire, 2);
        tell(wire, second.id(), "prompts/list_changed", "");
        wire.say(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":"
                        + second.id()
                        + "}}");
        Sent third = listening(wire, 3);
        tell(wire, third.id(), "prompts/list_changed", "");
        WireFault lost = WireFault.of(WireFault.Kind.TRANSPORT, "stream-ended", "It ended.");
        wire.listener().exchangeEnded(third.message().span(), Optional.of(lost));
        Sent fourth = listening(wire, 4);

        tell(wire, fourth.id(), "tools/list_changed", "");
        tell(wire, third.id(), "tools/list_changed", "");
        assertThat(heard).filteredOn(text -> text.contains("tools")).hasSize(1);
        assertThat(session.warnings()).isEmpty();
        assertThat(session.state()).isInstanceOf(SessionState.Ready.class);
    }

    @Test
    void aStreamThatCannotBeOpenedDoesNotEndTheSession() {
        grants = false;
        ScriptedWire wire = granting(ALL);
        McpSession session = connect(wire);
        WireFault gone = WireFault.of(WireFault.Kind.NETWORK, "connection-refused", "Nobody.");
        wire.listener().exchangeEnded(listening(wire, 1).message().span(), Optional.of(gone));

        warned(session, "listening-refused");
        listening(wire, 2);
        assertThat(session.state()).isInstanceOf(SessionState.Degraded.class);
    }

    @Test
    void aResourceIsWatchedByANewSubscriptionThatReplacesTheOldOne() {
        ScriptedWire wire = granting(ALL);
        McpSession session = connect(wire);
        Sent first = listening(wire, 1);

        assertThat(session.subscribe(URI_A, CallOptions.DEFAULT).await())
                .isInstanceOf(Outcome.Ok.class);
        Sent second = listening(wire, 2);
        assertThat(second.json().at("/params/notifications/resourceSubscriptions/0").asString())
                .isEqualTo(URI_A);
        Await.until(
                "the first is given up", () -> wire.abandoned().contains(first.message().span()));
        tell(wire, second.id(), "resources/updated", ",\"uri\":\"" + URI_A + "\"");
        assertThat(heard).containsExactly("notifications/resources/updated " + URI_A);

        assertThat(session.unsubscribe(URI_A, CallOptions.DEFAULT).await())
                .isInstanceOf(Outcome.Ok.class);
        assertThat(filter(listening(wire, 3))).isEqualTo(filter(first));
        assertThat(wire.sent("resources/subscribe")).isEmpty();
    }

    @Test
    void aRefusalToTellOfAResourceLeavesTheRestAsItWas() {
        ScriptedWire wire = granting(ALL);
        McpSession session = connect(wire);
        Sent first = listening(wire, 1);
        grants = false;
        Call<JsonNode> call = session.subscribe(URI_A, CallOptions.DEFAULT);
        wire.error(listening(wire, 2), "{\"code\":-32603,\"message\":\"limit reached\"}");

        assertThat(call.await())
                .isInstanceOfSatisfying(
                        Outcome.RpcError.class,
                        error -> assertThat(error.message()).isEqualTo("limit reached"));
        tell(wire, first.id(), "tools/list_changed", "");
        assertThat(heard).containsExactly("notifications/tools/list_changed ");
        assertThat(wire.abandoned()).doesNotContain(first.message().span());
    }

    @Test
    void aResourceThatIsNotGrantedIsAnError() {
        ScriptedWire wire = granting(ALL);
        McpSession session = connect(wire);
        listening(wire, 1);
        grants = false;
        Call<JsonNode> call = session.subscribe(URI_A, CallOptions.DEFAULT);
        acknowledge(
                wire,
                listening(wire, 2),
                "{\"toolsListChanged\":true,\"resourcesListChanged\":true}");

        assertThat(call.await()).isInstanceOf(Outcome.ProtocolViolation.class);
    }

    @Test
    void olderServersAreAskedAsTheyKnowIt() {
        ScriptedWire wire =
                new ScriptedWire((w, sent) -> {
                    if (sent.method().startsWith("resources/")) {
                        w.result(sent, "{}");
                    }
                });
        McpSession session = connect(wire, SessionOptions.DEFAULT.speaking(Revision.LATEST_LEGACY));
        assertThat(session.subscribe(URI_A, CallOptions.DEFAULT).await())
                .isInstanceOf(Outcome.Ok.class);
        session.unsubscribe(URI_A, CallOptions.DEFAULT).await();
        assertThat(wire.sent())
                .extracting(sent -> sent.method() + sent.json().at("/params/uri").asString(""))
                .endsWith("resources/subscribe" + URI_A, "resources/unsubscribe" + URI_A);
    }

    @Test
    void howItStandsIsToldAndWhatIsListenedToCanBeChosen() {
        ScriptedWire wire = granting(ALL);
        McpSession session = connect(wire);
        listening(wire, 1);
        Await.until("open", () -> phase(session) == ListenState.Phase.OPEN);
        ListenState open = session.facts().listening();
        assertThat(open.offered()).containsExactly("resources", "tools");
        assertThat(open.lists()).containsExactly("resources", "tools");
        assertThat(open.granted().map(JsonNode::toString))
                .contains("{\"toolsListChanged\":true,\"resourcesListChanged\":true}");

        session.listenTo(Set.of("tools", "prompts"));
        assertThat(filter(listening(wire, 2))).isEqualTo("{\"toolsListChanged\":true}");
        Await.until(
                "the other filter",
                () -> session.facts().listening().lists().equals(Set.of("tools")));

        session.listenTo(Set.of());
        Await.until("nothing", () -> phase(session) == ListenState.Phase.OFF);
        assertThat(session.facts().listening().requests()).isEqualTo(2);
        assertThat(states).contains(ListenState.Phase.ASKED, ListenState.Phase.OPEN);
    }

    @Test
    void oneThatIsLostSaysWhyAndWhenItIsAskedForAgain() {
        ScriptedWire wire = granting(ALL);
        McpSession session = connect(wire);
        Sent sent = listening(wire, 1);
        wire.result(sent, "{}");
        Await.until("lost", () -> states.contains(ListenState.Phase.LOST));
        listening(wire, 2);
        Await.until("open again", () -> phase(session) == ListenState.Phase.OPEN);
        assertThat(session.facts().listening().requests()).isEqualTo(2);
        assertThat(reasons).contains("the server ended it");
    }

    private static ListenState.Phase phase(McpSession session) {
        return session.facts().listening().phase();
    }
}
