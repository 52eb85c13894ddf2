package dev.benchlight.mcp.wire.http;

import static dev.benchlight.mcp.wire.http.FaultRun.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;

import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.rpc.CallOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What is left of a session over HTTP when it is closed: nothing.
class HttpLeftoversTest {
    @TempDir private Path folder;
    private int dumps;

    /// The names of all threads there are, virtual ones included, that belong to such sessions.
    private List<String> threads() {
        Path file = folder.resolve(++dumps + ".txt");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("#"))
                    .filter(line ->
                            line.contains("\"http ") || line.contains("\"deadlines of faulty\""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok",
                "hang",
                "sse-stall",
                "sse-keepalive-forever",
                "slow-body",
                "get-flood",
                "get-reconnect-storm",
                "delete-hang"
            })
    void noThreadAndNoConnectionOutlivesASession(String mode) {
        for (int i = 0; i < 3; i++) {
            try (FaultRun run = new FaultRun(mode)) {
                run.connect();
                run.session.callTool(
                        "echo", JsonNodeFactory.instance.objectNode(), CallOptions.DEFAULT);
                Await.until("called", () -> !run.server.requests("POST", "tools/call").isEmpty());
                assertThat(threads()).isNotEmpty();
            }
        }
        Await.until("all threads ended", () -> threads().isEmpty());
    }

    @Test
    void aServerThatIgnoresDeleteIsNamedAndNotWaitedFor() {
        try (FaultRun run = new FaultRun("delete-hang")) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
            run.session.close();
            assertThat(run.warnings()).containsExactly("process-left");
            assertThat(run.session.warnings().getFirst().samples())
                    .singleElement()
                    .asString()
                    .startsWith("The server did not answer DELETE within");
            assertThat(run.server.requests("DELETE", "")).hasSize(1);
        }
    }
}
