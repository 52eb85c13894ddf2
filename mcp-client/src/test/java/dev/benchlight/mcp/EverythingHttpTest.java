package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.peers.EverythingServer;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Progress;
import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The engine against the reference server, over Streamable HTTP.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EverythingHttpTest {
    private final EverythingServer server = EverythingServer.start("streamableHttp");
    private final McpSession session;

    EverythingHttpTest() throws IOException {
        session =
                new McpSession(
                        new ServerConfig.Http("everything", server.url("/mcp"), Map.of()),
                        SessionOptions.DEFAULT,
                        ClientHandlers.NONE,
                        new EventLog(),
                        new SessionListener() {});
    }

    @BeforeAll
    void connect() {
        assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
    }

    @AfterAll
    void close() {
        session.close();
        server.close();
    }

    @Test
    void toolsAreListedAndCalled() {
        assertThat(session.listTools(CallOptions.DEFAULT).await()).isInstanceOf(Outcome.Ok.class);
        Outcome<ToolResult> outcome =
                session.callTool(
                                "echo",
                                JsonMapper.shared().readTree("{\"message\":\"hi\"}"),
                                CallOptions.DEFAULT)
                        .await();
        assertThat(outcome).isInstanceOf(Outcome.Ok.class);
        assertThat(((Outcome.Ok<ToolResult>) outcome).value().json().toString())
                .contains("Echo: hi");
    }

    @Test
    void progressOfALongOperationArrivesOnItsStream() {
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
