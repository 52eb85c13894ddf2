package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.faults.FaultyHttpServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// `--transport`, against a server that has HTTP+SSE alone.
class TransportOptionTest {
    @TempDir private Path folder;

    @Test
    void theOlderTransportIsFoundOrChosenAndLeftAloneWhereTheNewerOneIsWanted() {
        assertThat(posts("auto", 0)).isEqualTo("/mcp");
        assertThat(posts("sse", 0)).isEqualTo("/messages");
        assertThat(posts("http", 4)).isEqualTo("/mcp");
    }

    /// The path of the first message.
    private String posts(String transport, int exit) {
        try (FaultyHttpServer server = FaultyHttpServer.startOlder(405, "/messages")) {
            String url = server.url().toString();
            CommandRun run =
                    CommandRun.of(
                            folder,
                            "call",
                            url,
                            "echo",
                            "--arg",
                            "message=hi",
                            "--transport",
                            transport);
            assertThat(run.exit()).as(transport + run.err()).isEqualTo(exit);
            if (exit == 0) {
                assertThat(run.out()).contains("Echo: hi");
            }
            return server.requests("POST", "").getFirst().path();
        }
    }

    @Test
    void itIsNotOfTheNewestRevision() {
        CommandRun run =
                CommandRun.of(
                        folder,
                        "list",
                        "http://localhost:1/",
                        "--transport",
                        "sse",
                        "--revision",
                        "2026-07-28");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("The transport sse has no revision 2026-07-28.");
    }
}
