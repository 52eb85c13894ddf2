package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.faults.FaultyHttpServer;
import dev.benchlight.mcp.faults.HttpRequest;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.ServerConfig.Transport;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// HTTP+SSE, the transport of 2024-11-05, against a scripted server.
class OlderTransportTest {
    private final EventLog log = new EventLog();
    private Optional<FaultyHttpServer> server = Optional.empty();
    private Optional<McpSession> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(McpSession::close);
        server.ifPresent(FaultyHttpServer::close);
    }

    private FaultyHttpServer start(FaultyHttpServer started) {
        server = Optional.of(started);
        return started;
    }

    private McpSession session(FaultyHttpServer to, Transport transport, SessionOptions options) {
        ServerConfig.Http config = new ServerConfig.Http("s", to.url(), Map.of("X-Team", "red"));
        McpSession session =
                new McpSession(
                        config.over(transport),
                        options,
                        ClientHandlers.NONE,
                        log,
                        new SessionListener() {});
        open = Optional.of(session);
        return session;
    }

    private McpSession connected(FaultyHttpServer to, Transport transport) {
        McpSession session = session(to, transport, SessionOptions.DEFAULT);
        assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
        return session;
    }

    private Problem refused(FaultyHttpServer to, Transport transport, Duration within) {
        SessionOptions some = SessionOptions.DEFAULT;
        SessionOptions options = new SessionOptions(null, within, some.grace(), some.limits());
        return switch (session(to, transport, options).connect().await()) {
            case Outcome.Ok<ServerDescription> _ -> throw new AssertionError("connected");
            case Outcome.NotOk<ServerDescription> failed -> failed.problem();
        };
    }

    private Problem refused(FaultyHttpServer to, Transport transport) {
        return refused(to, transport, SessionOptions.DEFAULT.connectTimeout());
    }

    private Outcome<ToolResult> echo(McpSession session, String message) {
        return session.callTool(
                        "echo",
                        JsonMapper.shared().createObjectNode().put("message", message),
                        CallOptions.DEFAULT)
                .await();
    }

    private List<String> steps() {
        return log.notes(log.started(SpanKind.CONNECT).getFirst().id(), SpanNote.Type.STEP).stream()
                .map(SpanNote::text)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 405})
    void isUsedWhereTheServerRefusesWhatCameLater(int status) {
        FaultyHttpServer older = start(FaultyHttpServer.startOlder(status, "/messages?id=1"));

        McpSession session = connected(older, Transport.AUTO);

        assertThat(echo(session, "hi"))
                .isInstanceOfSatisfying(
                        Outcome.Ok.class,
                        ok -> assertThat(ok.value().toString()).contains("Echo: hi"));
        assertThat(older.requests())
                .extracting(r -> r.method() + " " + r.path() + " " + r.rpcMethod())
                .containsExactly(
                        "POST /mcp server/discover",
                        "POST /mcp initialize",
                        "GET /mcp ",
                        "POST /messages?id=1 initialize",
                        "POST /messages?id=1 notifications/initialized",
                        "POST /messages?id=1 tools/call");
        assertThat(older.requests())
                .allSatisfy(r -> {
                    assertThat(r.header("X-Team")).isEqualTo("red");
                    assertThat(r.header("Mcp-Session-Id")).isEmpty();
                });
        assertThat(steps())
                .filteredOn(step -> step.startsWith("HTTP+SSE: "))
                .singleElement()
                .asString()
                .contains("initialize was refused", "HTTP " + status, "endpoint event");
        assertThat(session.warnings()).isEmpty();
    }

    @Test
    void isUsedAtOnceWhereItWasChosen() {
        FaultyHttpServer older = start(FaultyHttpServer.startOlder(405, "messages"));
        connected(older, Transport.SSE);
        assertThat(older.requests())
                .extracting(r -> r.method() + " " + r.path())
                .startsWith("GET /mcp", "POST /messages");
    }

    @Test
    void isNotTriedWhereTheNewerOneWasChosen() {
        FaultyHttpServer older = start(FaultyHttpServer.startOlder(405, "/messages"));
        assertThat(refused(older, Transport.STREAMABLE).code()).isEqualTo("http-405");
        assertThat(older.requests("GET", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500})
    void otherStatusesAreNoReasonToTryIt(int status) {
        FaultyHttpServer older = start(FaultyHttpServer.startOlder(status, "/messages"));
        refused(older, Transport.AUTO);
        assertThat(older.requests("GET", "")).isEmpty();
    }

    @Test
    void aServerThatHasNeitherIsToldOfByWhatItSaidToInitialize() {
        FaultyHttpServer neither = start(FaultyHttpServer.start("initialize-404"));
        assertThat(refused(neither, Transport.AUTO).code()).isEqualTo("http-404");
        assertThat(steps())
                .anySatisfy(step ->
                        assertThat(step)
                                .isEqualTo(
                                        "HTTP+SSE: not there either: GET was answered with HTTP"
                                                + " 405, not with an event stream."));
    }

    @Test
    void anEndpointOnAnotherOriginIsNeverContacted() {
        try (FaultyHttpServer other = FaultyHttpServer.start("ok")) {
            FaultyHttpServer older =
                    start(FaultyHttpServer.startOlder(405, other.url().toString()));
            Problem problem = refused(older, Transport.AUTO);
            assertThat(problem.code()).isEqualTo("endpoint-other-origin");
            assertThat(problem.message()).contains(other.url().toString(), "Nothing was sent");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void theFirstEndpointCountsWhateverComesLater() {
        try (FaultyHttpServer other = FaultyHttpServer.start("ok")) {
            FaultyHttpServer older =
                    start(
                            FaultyHttpServer.startOlder(
                                    405, "/messages", other.url().toString(), "/elsewhere"));
            McpSession session = connected(older, Transport.AUTO);
            echo(session, "hi");
            assertThat(other.requests()).isEmpty();
            assertThat(older.requests("POST", "tools/call"))
                    .extracting(HttpRequest::path)
                    .containsExactly("/messages");
            Await.until(
                    "warned of both",
                    () ->
                            session.warnings().stream()
                                    .anyMatch(w ->
                                            w.code().equals("second-endpoint") && w.count() == 2));
        }
    }

    @ParameterizedTest
    @CsvSource({"http://[, endpoint-invalid", "file:///etc/passwd, endpoint-invalid"})
    void anEndpointThatIsNoUrlIsNamed(String endpoint, String code) {
        FaultyHttpServer older = start(FaultyHttpServer.startOlder(405, endpoint));
        assertThat(refused(older, Transport.AUTO).code()).isEqualTo(code);
    }

    @Test
    void aStreamWithoutAnEndpointIsGivenUpInTime() {
        FaultyHttpServer older = start(FaultyHttpServer.startOlder(405));
        Problem problem = refused(older, Transport.SSE, Duration.ofMillis(200));
        assertThat(problem.code()).isEqualTo("no-endpoint");
        Await.until("the stream is closed", () -> older.openConnections() == 0);
    }

    @Test
    void theSessionEndsWithItsStream() {
        FaultyHttpServer older = start(FaultyHttpServer.startOlder(405, "/messages"));
        McpSession session = connected(older, Transport.AUTO);

        assertThat(echo(session, "end"))
                .isInstanceOfSatisfying(
                        Outcome.TransportError.class,
                        failed ->
                                assertThat(failed.problem().message())
                                        .startsWith(
                                                "The event stream on which the server answers"));
        assertThat(session.state()).isInstanceOf(SessionState.Failed.class);
    }

    @Test
    void closingClosesTheStream() {
        FaultyHttpServer older = start(FaultyHttpServer.startOlder(405, "/messages"));
        connected(older, Transport.AUTO).close();
        Await.until("all connections are closed", () -> older.openConnections() == 0);
        assertThat(older.requests("DELETE", "")).isEmpty();
    }
}
