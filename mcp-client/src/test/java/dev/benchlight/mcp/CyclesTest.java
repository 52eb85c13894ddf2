package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.peers.EverythingServer;
import dev.benchlight.mcp.peers.NpmServers;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Connecting to a real server and closing, again and again, leaves nothing behind: no thread, no
/// process, no connection.
class CyclesTest {
    private static final int CYCLES = 5;

    @TempDir Path folder;

    @Test
    void overStdio() {
        repeat(stdio(NpmServers.everything("stdio")));
    }

    @Test
    void overStdioWithoutAHandshake() {
        repeat(stdio(NpmServers.modern("stdio")));
    }

    @Test
    void overHttp() throws IOException {
        try (EverythingServer server = EverythingServer.start("streamableHttp")) {
            repeat(new ServerConfig.Http("everything", server.url("/mcp"), Map.of()));
        }
    }

    @Test
    void overHttpWithItsOwnStreamForEvents() throws IOException {
        try (EverythingServer server = EverythingServer.start("sse")) {
            repeat(new ServerConfig.Http("everything", server.url("/sse"), Map.of()));
        }
    }

    @Test
    void overHttpWithoutAHandshake() throws IOException {
        Process process = new ProcessBuilder(NpmServers.modern("http", "dual")).start();
        try {
            URI url = URI.create(process.inputReader().readLine());
            repeat(new ServerConfig.Http("modern", url, Map.of()));
        } finally {
            process.destroy();
        }
    }

    private static ServerConfig stdio(List<String> command) {
        return new ServerConfig.Stdio(
                "cycled", command.getFirst(), command.subList(1, command.size()), Map.of(), null);
    }

    private void repeat(ServerConfig config) {
        // What a first use leaves is kept by the JDK and OkHttp for the next one.
        cycle(config);
        Leftovers before = Leftovers.now(folder);
        for (int i = 0; i < CYCLES; i++) {
            cycle(config);
        }
        Await.until(
                "nothing more than after the first, which was " + before,
                () -> Leftovers.now(folder).isWithin(before));
    }

    private static void cycle(ServerConfig config) {
        try (McpSession session =
                new McpSession(
                        config,
                        SessionOptions.DEFAULT,
                        ClientHandlers.NONE,
                        new EventLog(),
                        new SessionListener() {})) {
            assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
            assertThat(session.listTools(CallOptions.DEFAULT).await())
                    .isInstanceOf(Outcome.Ok.class);
        }
    }
}
