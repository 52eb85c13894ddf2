package dev.benchlight.mcp.wire.http;

import static dev.benchlight.mcp.wire.http.FaultRun.problem;
import static dev.benchlight.mcp.wire.http.FaultRun.problemOfCall;
import static dev.benchlight.mcp.wire.http.FaultRun.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Revision;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.faults.FaultyHttpServer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.TraceEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/// Statuses, redirects and sessions of the fault matrix (§3b), seen through a session.
class HttpStatusTest {
    @Test
    void aGoodServerAnswersAndItsSessionIsCarriedAndDeleted() {
        try (FaultRun run = new FaultRun("ok")) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
            assertThat(run.server.requests("POST", "tools/call").getFirst().headers())
                    .containsEntry("mcp-session-id", "s-1")
                    .containsEntry("mcp-protocol-version", "2025-11-25")
                    .containsEntry("accept", "application/json, text/event-stream");
            assertThat(run.server.requests("POST", "initialize").getFirst().headers())
                    .doesNotContainKeys("mcp-session-id", "mcp-protocol-version");
            run.session.close();
            assertThat(run.server.requests("DELETE", "").getFirst().header("Mcp-Session-Id"))
                    .isEqualTo("s-1");
            assertThat(run.warnings()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "html-200, html-page, 'Got an HTML page titled ''Corporate SSO'' (HTTP 200)'",
        "html-500, html-page, HTML page titled 'Oops' (HTTP 500)",
        "502, http-502, HTTP 502 Bad Gateway",
        "503-retry, http-503, HTTP 503 Service Unavailable",
        "429-retry, http-429, HTTP 429 Too Many Requests",
        "407, proxy-auth-required, proxy wants a name and password",
        "redirect-302, redirect-not-followed, would turn the POST into a GET",
        "redirect-loop, redirect-loop, more than 5 times",
        "redirect-host, redirect-other-origin, http://evil.test/x",
        "session-404-always, session-lost, no longer knows this session"
    })
    void aStatusThatIsNoAnswerIsATransportErrorWithItsCause(
            String mode, String code, String words) {
        Problem problem = problemOfCall(mode, Outcome.TransportError.class, code);
        assertThat(problem.message()).contains(words);
        assertThat(problem.hint()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "204, empty-response, HTTP 204",
        "empty-200, empty-response, HTTP 200",
        "wrong-content-type, wrong-content-type, text/plain"
    })
    void aSuccessWithoutAnAnswerBreaksTheProtocol(String mode, String code, String words) {
        assertThat(problemOfCall(mode, Outcome.ProtocolViolation.class, code).message())
                .contains(words);
    }

    @Test
    void anErrorThatIsNoJsonRpcFailsItsCallAtOnce() {
        try (FaultRun run = new FaultRun("200-error")) {
            assertThat(run.call()).isInstanceOf(Outcome.ProtocolViolation.class);
        }
    }

    @Test
    void anAnswerToAnotherIdFailsTheCallItCameFor() {
        try (FaultRun run = new FaultRun("wrong-id")) {
            assertThat(run.call()).isInstanceOf(Outcome.ProtocolViolation.class);
        }
    }

    @Test
    void aJsonRpcErrorInA400IsShownAsSuch() {
        try (FaultRun run = new FaultRun("400-rpc")) {
            Outcome<?> outcome = run.call();
            assertThat(outcome).isInstanceOf(Outcome.RpcError.class);
            assertThat(((Outcome.RpcError<?>) outcome).code()).isEqualTo(-32000);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401-bare, unauthorized, wants authorisation (HTTP 401)",
        "401-always, unauthorized, 'invalid_token); it asks for the scope ''mcp:read'''",
        "403-scope, forbidden, 'insufficient_scope); it asks for the scope ''files:write'''"
    })
    void authorisationIsAskedForOnceAndNeverInALoop(String mode, String code, String words) {
        try (FaultRun run = new FaultRun(mode)) {
            Problem problem = problem(run.call(), Outcome.AuthRequired.class, code);
            assertThat(problem.message()).contains(words);
            assertThat(details(problem).path("status").asInt()).isIn(401, 403);
            assertThat(run.server.requests("POST", "tools/call")).hasSize(1);
        }
    }

    @Test
    void theWaitThatIsAskedForStandsInTheDetails() {
        Problem seconds = problemOfCall("503-retry", Outcome.TransportError.class, "http-503");
        assertThat(details(seconds).path("retryAfterSeconds").asInt()).isEqualTo(7);
        assertThat(seconds.hint()).contains("wait 7 s");
        Problem date = problemOfCall("429-retry", Outcome.TransportError.class, "http-429");
        assertThat(details(date).path("retryAfterSeconds").asLong()).isGreaterThan(1L << 20);
        assertThat(details(date).path("retryAt").asString()).isEqualTo("2100-12-31T23:59:59Z");
    }

    @Test
    void aForgottenSessionIsInitialisedOnceMoreAndTheCallRepeatedOnce() {
        try (FaultRun run = new FaultRun("session-404")) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
            assertThat(run.server.requests("POST", "initialize")).hasSize(2);
            assertThat(run.server.requests("POST", "tools/call").get(1).header("Mcp-Session-Id"))
                    .isEqualTo("s-2");
        }
    }

    @Test
    void aSessionThatIsAlwaysForgottenIsNotTriedForever() {
        try (FaultRun run = new FaultRun("session-404-always")) {
            problem(run.call(), Outcome.TransportError.class, "session-lost");
            assertThat(run.server.requests("POST", "tools/call")).hasSize(2);
        }
    }

    @Test
    void theVersionIsSentAsAHeaderOnlyWhereTheRevisionSaysSo() {
        try (FaultRun run = speaking("ok", Revision.R2025_03_26)) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
            assertThat(run.server.requests("POST", "tools/call").getFirst().headers())
                    .containsEntry("mcp-session-id", "s-1")
                    .doesNotContainKey("mcp-protocol-version");
        }
    }

    @Test
    void aBatchIsTakenOnlyInTheRevisionThatHasThem() {
        try (FaultRun old = speaking("batch", Revision.R2025_03_26);
                FaultRun current = speaking("batch", Revision.LATEST_LEGACY)) {
            assertThat(text(old.call())).isEqualTo("Echo: hi");
            assertThat(old.log.started(SpanKind.SERVER_NOTIFICATION)).hasSize(1);
            problem(current.call(), Outcome.ProtocolViolation.class, "batch");
        }
    }

    private static FaultRun speaking(String mode, Revision offered) {
        FaultyHttpServer server = FaultyHttpServer.start(mode);
        SessionOptions options =
                new SessionOptions(
                        offered,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(1),
                        SessionOptions.DEFAULT.limits());
        ServerConfig.Http config = new ServerConfig.Http("faulty", server.url(), Map.of());
        return new FaultRun(server, config, options, Map.of());
    }

    @Test
    void aSessionIdWithBadCharactersIsRefused() {
        try (FaultRun run = new FaultRun("sid-evil")) {
            problem(run.connect(), Outcome.ProtocolViolation.class, "session-id-invalid");
        }
    }

    @Test
    void cookiesAreNotSentBack() {
        try (FaultRun run = new FaultRun("cookie-set")) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
            assertThat(run.server.requests()).noneMatch(r -> r.headers().containsKey("cookie"));
            assertThat(run.warnings()).containsExactly("cookie-ignored");
        }
    }

    @Test
    void aNotificationThatIsAnsweredWithABodyIsTakenWithAWarning() {
        try (FaultRun run = new FaultRun("notify-200")) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
            assertThat(run.warnings()).containsExactly("notification-answered");
        }
    }

    @Test
    void aRedirectWithinTheOriginIsReissuedAndTraced() {
        try (FaultRun run = new FaultRun("redirect-307")) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
            assertThat(run.server.requests("POST", "tools/call"))
                    .extracting(r -> r.path())
                    .containsExactly("/mcp", "/moved");
            assertThat(run.frames(Channel.HTTP_RESPONSE_HEAD)).contains("307", "Location: /moved");
        }
    }

    @Test
    void secretHeadersReachTheServerAndNotTheTrace() {
        String key = "sk-live-SECRETSECRETSECRET1234";
        FaultyHttpServer server = FaultyHttpServer.start("ok");
        Map<String, String> headers =
                Map.of("x-api-key", key, "Authorization", "Bearer " + key, "X-Odd", key);
        try (FaultRun run = new FaultRun(server, headers)) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
            assertThat(server.requests("POST", "tools/call").getFirst().header("X-Api-Key"))
                    .isEqualTo(key);
            assertThat(run.log.all(TraceEvent.class).toString()).doesNotContain(key);
            assertThat(run.frames(Channel.HTTP_REQUEST_HEAD))
                    .contains("x-api-key: •••• (30 chars)", "X-Odd: •••• (30 chars)")
                    .doesNotContain(key);
        }
    }

    private static JsonNode details(Problem problem) {
        return Objects.requireNonNull(problem.details());
    }
}
