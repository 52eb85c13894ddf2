package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a session tells of how it came about, and of what was asked of it.
class SessionFactsTest {
    private static final String DISCOVERED =
            "{\"supportedVersions\":[\"2026-07-28\"],\"capabilities\":{}}";

    private Optional<McpSession> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(McpSession::close);
    }

    private McpSession connect(ScriptedWire wire, SessionOptions options) {
        ServerConfig config = new ServerConfig.Http("s", URI.create("http://h/mcp"), Map.of());
        McpSession session =
                new McpSession(
                        config,
                        options,
                        ClientHandlers.NONE,
                        new EventLog(),
                        new SessionListener() {},
                        wire);
        open = Optional.of(session);
        assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
        return session;
    }

    private static ScriptedWire modern() {
        return new ScriptedWire((wire, sent) -> {
            if (sent.method().equals("server/discover")) {
                wire.result(sent, DISCOVERED);
            }
        });
    }

    /// Answers everything but what it does not know.
    private static ScriptedWire legacy() {
        return new ScriptedWire((wire, sent) -> {
            switch (sent.method()) {
                case "server/discover" ->
                        wire.error(sent, "{\"code\":-32601,\"message\":\"unknown\"}");
                case "completion/complete" ->
                        wire.result(sent, "{\"completion\":{\"values\":[\"paris\"]}}");
                case "logging/setLevel", "resources/subscribe", "resources/unsubscribe" ->
                        wire.result(sent, "{}");
                default -> {}
            }
        });
    }

    @Test
    void theStepsSayWhatShowedTheEra() {
        McpSession session = connect(modern(), SessionOptions.DEFAULT);
        assertThat(session.facts().eraSource()).contains(EraSource.FOUND_OUT);
        assertThat(session.facts().steps())
                .extracting(ConnectStep::name)
                .containsExactly("dialling the server", "server/discover");
        assertThat(session.facts().steps().getLast().verdict()).startsWith("modern: ");

        session.setLogLevel("debug", CallOptions.DEFAULT).await();
        assertThat(session.facts().logLevel()).contains("debug");
        session.setLogLevel("", CallOptions.DEFAULT).await();
        assertThat(session.facts().logLevel()).isEmpty();
    }

    @Test
    void anEraThatIsRememberedOrPinnedSaysSo() {
        SessionOptions remembering = SessionOptions.DEFAULT.with(EraMemory.inMemory());
        try (McpSession first = connect(legacy(), remembering)) {
            assertThat(first.facts().eraSource()).contains(EraSource.FOUND_OUT);
        }
        try (McpSession second = connect(legacy(), remembering)) {
            assertThat(second.facts().eraSource()).contains(EraSource.REMEMBERED);
        }
        McpSession pinned =
                connect(legacy(), SessionOptions.DEFAULT.speaking(Revision.R2025_06_18));
        assertThat(pinned.facts().eraSource()).contains(EraSource.PINNED);
        assertThat(pinned.facts().steps())
                .extracting(ConnectStep::name)
                .containsExactly("dialling the server", "initialize", "initialized");
    }

    @Test
    void theLogLevelAndTheSubscriptionsAreThoseTheServerTook() {
        McpSession session = connect(legacy(), SessionOptions.DEFAULT);
        assertThat(session.facts().logLevel()).isEmpty();
        session.setLogLevel("warning", CallOptions.DEFAULT).await();
        session.subscribe("file:///a", CallOptions.DEFAULT).await();
        session.subscribe("file:///b", CallOptions.DEFAULT).await();
        session.unsubscribe("file:///a", CallOptions.DEFAULT).await();

        assertThat(session.facts().logLevel()).contains("warning");
        assertThat(session.facts().subscribed()).containsExactly("file:///b");
    }

    @Test
    void completionsNameWhatTheyAreOfAndTheOtherArgumentsFrom20250618On() {
        ScriptedWire wire = legacy();
        McpSession session = connect(wire, SessionOptions.DEFAULT);
        Map<String, String> others = Map.of("country", "France");
        assertThat(
                        session.complete(
                                        new Completable.OfPrompt("visit"),
                                        "city",
                                        "pa",
                                        others,
                                        CallOptions.DEFAULT)
                                .await())
                .isInstanceOfSatisfying(
                        Outcome.Ok.class,
                        ok ->
                                assertThat(((Completion) ok.value()).values())
                                        .containsExactly("paris"));
        assertThat(wire.sent("completion/complete").getFirst().json().path("params"))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"ref":{"type":"ref/prompt","name":"visit"},
                                         "argument":{"name":"city","value":"pa"},
                                         "context":{"arguments":{"country":"France"}}}
                                        """));
    }

    @Test
    void anOlderServerIsSentNoOtherArguments() {
        ScriptedWire wire = legacy().speaking("2025-03-26");
        McpSession session = connect(wire, SessionOptions.DEFAULT.speaking(Revision.R2025_03_26));
        session.complete(
                        new Completable.OfTemplate("file:///{name}"),
                        "name",
                        "",
                        Map.of("x", "y"),
                        CallOptions.DEFAULT)
                .await();
        assertThat(wire.sent("completion/complete").getFirst().json().path("params").toString())
                .contains("\"uri\":\"file:///{name}\"")
                .doesNotContain("context");
    }

    @Test
    void valuesWithoutEndAreBounded() {
        String many = String.join(",", Collections.nCopies(9_000, "\"a\""));
        String different =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "\"v" + i + "\"")
                        .collect(Collectors.joining(","));
        String huge = "\"" + "x".repeat(1 << 20) + "\"";

        assertThat(completion("[" + many + "]").values()).containsExactly("a");
        assertThat(completion("[" + different + "]").values()).hasSize(200);
        assertThat(completion("[" + different + "]").hasMore()).isTrue();
        assertThat(completion("[" + huge + ",1,null,{},\"b\"]").values()).isEqualTo(List.of("b"));
        assertThat(completion("[\"b\"],\"total\":7").hasMore()).isTrue();
        assertThat(completion("[\"b\"],\"total\":7").total()).hasValue(7);
        assertThat(completion("[\"b\"],\"total\":-1").total()).isEmpty();
        assertThat(completion("[\"b\"],\"total\":1").hasMore()).isFalse();
    }

    private static Completion completion(String values) {
        return new Completion(
                JsonMapper.shared().readTree("{\"completion\":{\"values\":" + values + "}}"));
    }
}
