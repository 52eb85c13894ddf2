package dev.benchlight.mcp.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.EventLog;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.SpanStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.JsonNodeFactory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A session with a server that wants OAuth, from its URL alone, in both eras.
class ProtectedServerTest {
    private final OAuthRun run = new OAuthRun();
    private final EventLog log = new EventLog();

    @AfterEach
    void close() {
        run.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerIsConnectedFromItsUrlAloneAndACallStepsUp(boolean modernServer) {
        run.site.steppingUp();
        if (!modernServer) {
            run.site.legacy();
        }
        OAuth oauth = run.oauth(ClientSettings.DEFAULT, run.ports(run.browser).recordedBy(log));
        try (McpSession session =
                new McpSession(
                        new ServerConfig.Http("s", run.server.url("/mcp").uri(), Map.of()),
                        SessionOptions.DEFAULT.with(oauth),
                        ClientHandlers.NONE,
                        log,
                        new SessionListener() {})) {
            Outcome<ServerDescription> connected = session.connect().await();
            assertThat(connected).isInstanceOf(Outcome.Ok.class);
            assertThat(run.asked("scope")).isEqualTo("mcp");
            assertThat(
                            session.callTool(
                                            "t",
                                            JsonNodeFactory.instance.objectNode(),
                                            CallOptions.DEFAULT)
                                    .await())
                    .isInstanceOf(Outcome.Ok.class);
            assertThat(run.asked("scope")).isEqualTo("mcp admin");
            assertThat(run.browser.opened).hasSize(2);
        }
        theAttemptsStandBelowTheCallsThatNeededThem();
        assertThat(log.all(Frame.class))
                .noneMatch(frame -> text(frame).contains("access-token-"))
                .noneMatch(frame -> text(frame).contains("code-1"));
    }

    private void theAttemptsStandBelowTheCallsThatNeededThem() {
        List<SpanStarted> attempts =
                log.started(SpanKind.AUTHORIZATION).stream()
                        .filter(span -> span.method().equals("authorize"))
                        .toList();
        assertThat(attempts)
                .extracting(span -> log.started(Objects.requireNonNull(span.parent())).method())
                .containsExactly("server/discover", "tools/call");
        SpanStarted first = attempts.getFirst();
        assertThat(log.started(Objects.requireNonNull(first.parent())).trace())
                .isEqualTo(first.trace());
        SpanStarted token =
                log.started(SpanKind.AUTHORIZATION).stream()
                        .filter(span -> first.id().equals(span.parent()))
                        .filter(span -> span.method().equals("token request"))
                        .findFirst()
                        .orElseThrow();
        assertThat(log.ended(token.id()).status()).isEqualTo(SpanStatus.OK);
        assertThat(log.all(Frame.class).stream().filter(f -> token.id().equals(f.span())))
                .extracting(Frame::channel)
                .containsExactly(
                        Channel.HTTP_REQUEST_HEAD,
                        Channel.HTTP_REQUEST_BODY,
                        Channel.HTTP_RESPONSE_HEAD,
                        Channel.HTTP_RESPONSE_BODY);
        assertThat(log.ended(first.id()).summary()).endsWith(" steps");
    }

    private static String text(Frame frame) {
        return new String(frame.bytes(), StandardCharsets.UTF_8);
    }
}
