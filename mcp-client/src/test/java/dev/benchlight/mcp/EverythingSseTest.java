package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.peers.EverythingServer;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Progress;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.ServerConfig.Transport;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The engine against the reference server, over HTTP+SSE.
class EverythingSseTest {
    @ParameterizedTest
    @EnumSource(
            value = Transport.class,
            names = {"AUTO", "SSE"})
    void toolsAreListedAndCalledWithProgress(Transport transport) throws IOException {
        try (EverythingServer server = EverythingServer.start("sse")) {
            ServerConfig.Http config =
                    new ServerConfig.Http("everything", server.url("/sse"), Map.of());
            try (McpSession session =
                    new McpSession(
                            config.over(transport),
                            SessionOptions.DEFAULT,
                            ClientHandlers.NONE,
                            new EventLog(),
                            new SessionListener() {})) {
                assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
                uses(session);
                assertThat(session.warnings()).isEmpty();
            }
        }
    }

    private static void uses(McpSession session) {
        assertThat(session.listTools(CallOptions.DEFAULT).await())
                .isInstanceOfSatisfying(
                        Outcome.Ok.class, ok -> assertThat(ok.value().toString()).contains("echo"));
        BlockingQueue<Progress> seen = new LinkedBlockingQueue<>();
        Outcome<ToolResult> outcome =
                session.callTool(
                                "trigger-long-running-operation",
                                JsonMapper.shared().readTree("{\"duration\":1,\"steps\":3}"),
                                CallOptions.DEFAULT.withProgress(seen::add))
                        .await();
        assertThat(outcome).isInstanceOf(Outcome.Ok.class);
        assertThat(seen).isNotEmpty();
    }
}
