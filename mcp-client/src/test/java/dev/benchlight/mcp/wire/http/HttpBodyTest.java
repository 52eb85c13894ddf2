package dev.benchlight.mcp.wire.http;

import static dev.benchlight.mcp.wire.http.FaultRun.problem;
import static dev.benchlight.mcp.wire.http.FaultRun.problemOfCall;
import static dev.benchlight.mcp.wire.http.FaultRun.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.faults.FaultyHttpServer;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.trace.Channel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;

/// Bodies, event streams and connections of the fault matrix (§3b), seen through a session.
class HttpBodyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"sse", "sse-crlf", "sse-cr", "sse-bom-multi", "sse-late-notify", "gzip"})
    void everyCorrectFormOfAnAnswerIsUnderstood(String mode) {
        try (FaultRun run = new FaultRun(mode)) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
        }
    }

    @Test
    void eventsSplitWithinCharactersKeepTheirText() {
        try (FaultRun run = new FaultRun("sse-split")) {
            assertThat(text(run.call())).isEqualTo("Grüße 🎉 日本語");
        }
    }

    @Test
    void aMalformedEventIsAnEntryAndTheStreamGoesOn() {
        try (FaultRun run = new FaultRun("sse-malformed")) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
            assertThat(run.log.violations()).hasSize(1);
            assertThat(run.frames(Channel.SSE_EVENT)).contains("data: {oops");
        }
    }

    @Test
    void anAnswerIsGivenOutWhileItsStreamStaysOpen() {
        try (FaultRun run = new FaultRun("sse-open-after-answer")) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
        }
    }

    @Test
    void aStreamIsResumedAfterItsLastEvent() {
        try (FaultRun run = new FaultRun("sse-resume")) {
            assertThat(text(run.call())).isEqualTo("resumed");
            assertThat(run.server.requests("POST", "tools/call")).hasSize(1);
            assertThat(run.server.requests("GET", ""))
                    .filteredOn(request -> request.header("Last-Event-ID").equals("3"))
                    .singleElement()
                    .satisfies(request ->
                            assertThat(request.header("Mcp-Session-Id")).isEqualTo("s-1"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sse-bad-id", "sse-long-id"})
    void aStreamIsNotResumedAfterAnIdThatNoHeaderCanCarry(String mode) {
        try (FaultRun run = new FaultRun(mode)) {
            Problem problem = problem(run.call(), Outcome.TransportError.class, "stream-ended");
            assertThat(problem.message()).endsWith("and had no event id to resume it by.");
            assertThat(run.warnings()).containsExactly("bad-event-id");
            assertThat(run.session.warnings().getFirst().samples())
                    .allSatisfy(sample -> assertThat(sample).hasSizeLessThanOrEqualTo(1_024));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sse-no-result, stream-ended, ended before the answer",
        "sse-cut, response-truncated, of the answer",
        "truncated, response-truncated, after 11 bytes of the answer",
        "reset, connection-reset, reset the connection",
        "close, connection-closed, without an answer"
    })
    void aBrokenConnectionIsATransportErrorAndTheCallIsNotRepeated(
            String mode, String code, String words) {
        try (FaultRun run = new FaultRun(mode)) {
            Problem problem = problem(run.call(), Outcome.TransportError.class, code);
            assertThat(problem.message()).contains(words);
            assertThat(problem.hint()).contains("may have run");
            assertThat(run.server.requests("POST", "tools/call")).hasSize(1);
        }
    }

    @Test
    void anEventThatIsCutIsWarnedOfUnlessWeCutIt() {
        try (FaultRun run = new FaultRun("sse-cut")) {
            run.call();
            assertThat(run.warnings()).containsExactly("event-cut");
        }
        try (FaultRun run = new FaultRun("sse-stall-within")) {
            assertThat(run.impatientCall()).isInstanceOf(Outcome.TimedOut.class);
            Await.until(
                    "the beginning recorded",
                    () -> run.frames(Channel.SSE_EVENT).contains("data: {\"jsonrpc\""));
            run.session.close();
            Await.until("all connections closed", () -> run.server.openConnections() == 0);
            assertThat(run.warnings()).isEmpty();
        }
    }

    @Test
    void whatIsNotHttpIsNamed() {
        assertThat(problemOfCall("not-http", Outcome.ProtocolViolation.class, "not-http").message())
                .contains("SSH-2.0");
    }

    @ParameterizedTest
    @CsvSource({
        "gzip-lie, broken-encoding",
        "bad-chunk, broken-http",
        "negative-length, broken-http"
    })
    void aBodyThatIsNotWhatItsHeadSaysIsTheServersFault(String mode, String code) {
        try (FaultRun run = new FaultRun(mode)) {
            problem(run.call(), Outcome.ProtocolViolation.class, code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "huge-body, message-too-large, messageBytes",
        "gzip-bomb, message-too-large, messageBytes",
        "sse-huge-event, message-too-large, messageBytes",
        "header-huge, headers-too-large, headerBytes",
        "header-endless, headers-too-large, headerBytes"
    })
    void aLimitIsNamedAndTheSessionStaysUsable(String mode, String code, String setting) {
        try (FaultRun run = new FaultRun(mode)) {
            Problem problem = problem(run.call(), Outcome.LimitReached.class, code);
            assertThat(problem.hint()).contains(setting);
            assertThat(run.session.ping(CallOptions.DEFAULT).await())
                    .isInstanceOf(Outcome.Ok.class);
            assertThat(run.log.frames()).allMatch(frame -> frame.bytes().length < 1 << 20);
            assertThat(run.log.frames())
                    .anyMatch(frame ->
                            mode.startsWith("header") || frame.length() > frame.bytes().length);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hang", "slow-headers", "slow-body", "sse-stall", "sse-keepalive-forever"})
    void silenceTimesOutWhateverKeepsTheConnectionWarm(String mode) {
        try (FaultRun run = new FaultRun(mode)) {
            assertThat(run.impatientCall()).isInstanceOf(Outcome.TimedOut.class);
            Await.until(
                    "told",
                    () ->
                            run.server.requests().stream()
                                    .anyMatch(
                                            r -> r.rpcMethod().equals("notifications/cancelled")));
        }
    }

    @Test
    void aListeningStreamThatEndsIsAskedForAgain() {
        try (FaultRun run = new FaultRun("get-reconnect-storm")) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
            Await.until("asked again", () -> run.server.requests("GET", "").size() > 1);
        }
    }

    @Test
    void aListeningStreamWithAnIdThatNoHeaderCanCarryIsAskedForAgainWithoutIt() {
        try (FaultRun run = new FaultRun("get-bad-id")) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
            Await.until("asked again", () -> run.server.requests("GET", "").size() > 2);
            assertThat(run.server.requests("GET", ""))
                    .allSatisfy(r -> assertThat(r.header("Last-Event-ID")).isEmpty());
            assertThat(run.warnings()).containsExactly("bad-event-id");
            assertThat(run.session.warnings().getFirst().count()).isEqualTo(1);
        }
    }

    @Test
    void aFloodOnTheListeningStreamLosesNothing() {
        try (FaultRun run = new FaultRun("get-flood")) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
            Await.until(
                    "all heard",
                    () ->
                            run.log.frames().stream()
                                            .filter(f -> f.channel() == Channel.SSE_EVENT)
                                            .count()
                                    == 10_000);
        }
    }

    /// Where it also stands for `::1`, nothing listens there.
    @Test
    void localhostIsReachedOnTheAddressThatAnswers() {
        FaultyHttpServer server = FaultyHttpServer.start("ok");
        URI url = URI.create("http://localhost:" + server.url().getPort() + "/mcp");
        try (FaultRun run = new FaultRun(server, url, null)) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
        }
    }

    @Test
    void anIpv6AddressIsReached() {
        try (FaultRun run = new FaultRun(FaultyHttpServer.startOn("::1", "ok"), Map.of())) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
            assertThat(run.server.requests().getFirst().header("Host")).startsWith("[::1]:");
        }
    }

    @Test
    void aDeadPortIsNamed() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(unreachable("http://127.0.0.1:" + port + "/mcp", "connection-refused").message())
                .isEqualTo("Nothing listens on 127.0.0.1:" + port + ".");
    }

    @Test
    void anUnknownHostIsNamed() {
        assertThat(unreachable("http://no-such-host.invalid/mcp", "unknown-host").message())
                .contains("no-such-host.invalid");
    }

    private static Problem unreachable(String url, String code) {
        try (FaultRun run = new FaultRun(FaultyHttpServer.start("ok"), URI.create(url), null)) {
            Problem problem = problem(run.connect(), Outcome.TransportError.class, code);
            assertThat(problem.hint()).isNotBlank();
            return problem;
        }
    }
}
