package dev.benchlight.mcp;

import static dev.benchlight.mcp.Answered.ok;
import static dev.benchlight.mcp.Answered.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.peers.NpmServers;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.SpanKind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The engine against a server of 2026-07-28 that others wrote: the second TypeScript SDK's.
class ModernServerTest {
    private final EventLog log = new EventLog();
    private Optional<Process> process = Optional.empty();
    private Optional<McpSession> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(McpSession::close);
        process.ifPresent(Process::destroy);
    }

    private ServerConfig http(String... more) throws IOException {
        List<String> arguments = Stream.concat(Stream.of("http"), Stream.of(more)).toList();
        Process started =
                new ProcessBuilder(NpmServers.modern(arguments.toArray(String[]::new))).start();
        process = Optional.of(started);
        return new ServerConfig.Http(
                "modern", URI.create(started.inputReader().readLine()), Map.of());
    }

    private static ServerConfig stdio() {
        List<String> command = NpmServers.modern("stdio");
        return new ServerConfig.Stdio(
                "modern", command.getFirst(), command.subList(1, command.size()), Map.of(), null);
    }

    private McpSession connect(ServerConfig config, SessionOptions options) {
        McpSession session =
                new McpSession(config, options, new FullClient(), log, new SessionListener() {});
        open = Optional.of(session);
        ok(session.connect());
        return session;
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static void usesAll(McpSession session) {
        assertThat(session.state())
                .isInstanceOfSatisfying(
                        SessionState.Ready.class,
                        ready -> {
                            assertThat(ready.server().revision()).isEqualTo(Revision.R2026_07_28);
                            assertThat(ready.server().name()).isEqualTo("modern");
                            assertThat(ready.server().instructions()).contains("Be brief.");
                        });
        assertThat(ok(session.listTools(CallOptions.DEFAULT)).items())
                .extracting(Tool::name)
                .containsExactly("echo", "greet", "ask-all");
        JsonNode arguments = json("{\"message\":\"hi\",\"region\":\"Zürich \"}");
        assertThat(text(ok(session.callTool("echo", arguments, CallOptions.DEFAULT))))
                .isEqualTo("Echo: hi");
        assertThat(text(ok(session.callTool("greet", json("{}"), CallOptions.DEFAULT))))
                .isEqualTo(
                        "Zustand \"ä\" 1: {\"action\":\"accept\",\"content\":{\"name\":\"Jo\"}}");
        assertThat(json(text(ok(session.callTool("ask-all", json("{}"), CallOptions.DEFAULT)))))
                .isEqualTo(
                        json(
                                "{\"who\":{\"action\":\"accept\",\"content\":{\"name\":\"Jo\"}},"
                                        + "\"what\":{\"role\":\"assistant\",\"model\":\"me\","
                                        + "\"content\":{\"type\":\"text\",\"text\":\"It is.\"}},"
                                        + "\"where\":{\"roots\":[{\"uri\":\"file:///tmp\"}]}}"));
        assertThat(session.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dual", "modern"})
    void isUsedOverHttpWithoutASessionWhetherItTakesOlderClientsOrNot(String era)
            throws IOException {
        usesAll(connect(http(era), SessionOptions.DEFAULT));

        assertThat(log.texts(Channel.HTTP_REQUEST_HEAD))
                .allSatisfy(head ->
                        assertThat(head)
                                .startsWith("POST ")
                                .contains("MCP-Protocol-Version: 2026-07-28", "Mcp-Method: ")
                                .doesNotContain("Mcp-Session-Id"))
                .anySatisfy(head ->
                        assertThat(head)
                                .contains("Mcp-Name: echo")
                                .contains("Mcp-Param-Region: =?base64?WsO8cmljaCA=?="));
    }

    @Test
    void isUsedOverStdio() {
        usesAll(connect(stdio(), SessionOptions.DEFAULT));
        assertThat(log.started(SpanKind.SERVER_REQUEST))
                .allSatisfy(asked -> assertThat(asked.parent()).isNotNull())
                .extracting(asked -> asked.method())
                .containsExactlyInAnyOrder(
                        "elicitation/create",
                        "elicitation/create",
                        "sampling/createMessage",
                        "roots/list");
    }

    @Test
    void isNotAskedAgainForWhatHoldsUntilItSaysThatItChanged() throws IOException {
        McpSession session = connect(http("modern", "changing"), SessionOptions.DEFAULT);
        String counter = "test://counter";
        ok(session.subscribe(counter, CallOptions.DEFAULT));
        Listing<Tool> first = ok(session.listTools(CallOptions.DEFAULT));
        assertThat(first.cacheHints())
                .isEqualTo(new CacheHints(Duration.ofHours(1), CacheHints.Scope.PUBLIC));
        assertThat(ok(session.readResource(counter, CallOptions.DEFAULT)).cacheHints())
                .isEqualTo(new CacheHints(Duration.ofMinutes(1), CacheHints.Scope.PRIVATE));
        long asked = listings();

        Listing<Tool> second = ok(session.listTools(CallOptions.DEFAULT));
        assertThat(second.remembered()).isTrue();
        assertThat(second.pages()).isEqualTo(first.pages());
        assertThat(listings()).isEqualTo(asked).isPositive();

        ok(session.callTool("grow", json("{}"), CallOptions.DEFAULT));
        Await.until(
                "the new tool is listed",
                () ->
                        ok(session.listTools(CallOptions.DEFAULT)).items().stream()
                                .anyMatch(tool -> tool.name().equals("grown")));
        assertThat(listings()).isGreaterThan(asked);
    }

    /// How often the list of tools was asked for over HTTP.
    private long listings() {
        return log.texts(Channel.HTTP_REQUEST_HEAD).stream()
                .filter(head -> head.contains("Mcp-Method: tools/list"))
                .count();
    }

    @Test
    void isSpokenToAsOlderClientsDoWhereThatIsWanted() throws IOException {
        McpSession session =
                connect(http("dual"), SessionOptions.DEFAULT.speaking(Revision.R2025_11_25));
        assertThat(session.state())
                .isInstanceOfSatisfying(
                        SessionState.Ready.class,
                        ready ->
                                assertThat(ready.server().revision())
                                        .isEqualTo(Revision.R2025_11_25));
    }
}
