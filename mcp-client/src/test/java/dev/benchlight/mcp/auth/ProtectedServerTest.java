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
import dev.benchlight.trace.Frame;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.JsonNodeFactory;

import java.nio.charset.StandardCharsets;
import java.util.Map;

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
        OAuth oauth = run.oauth(ClientSettings.DEFAULT);
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
        assertThat(log.all(Frame.class))
                .noneMatch(frame -> text(frame).contains("access-token-"))
                .noneMatch(frame -> text(frame).contains("code-1"));
    }

    private static String text(Frame frame) {
        return new String(frame.bytes(), StandardCharsets.UTF_8);
    }
}
