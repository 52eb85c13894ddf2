package dev.benchlight.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.leftovers.KilledRun;
import dev.benchlight.app.traces.StoreFaultsTest;
import dev.benchlight.mcp.wire.Processes;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

/// What goes wrong while the window opens, and while it is open, is said in it.
@Timeout(120)
class LaterNoticesTest {
    @TempDir Path workspace;
    @TempDir Path data;

    @BeforeAll
    static void toolkit() throws Exception {
        WindowDriver.startToolkit();
    }

    @Test
    void tracesThatCannotBeStoredAreSaidInTheStatusBar() {
        try (WindowDriver window = new WindowDriver(workspace, data)) {
            window.traces().record(StoreFaultsTest.unstorable());
            window.until("the notice", () -> window.says("Traces are not being stored"));
        }
    }

    @Test
    void approvalsThatCannotBeReadAreSaidInTheStatusBar() throws Exception {
        Files.writeString(data.resolve("trust.json"), "{broken");
        try (WindowDriver window = new WindowDriver(workspace, data)) {
            window.until("the notice", () -> window.says("approved servers cannot be read"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theServerOfAKilledRunIsEndedAndSaidInTheStatusBar() throws Exception {
        Process server = new ProcessBuilder("sleep", "600").start();
        KilledRun.leave(data, "files", server);
        try (WindowDriver window = new WindowDriver(workspace, data)) {
            window.until("the notice", () -> window.says("The server files was left behind"));
            assertThat(Processes.runs(server.toHandle())).isFalse();
        } finally {
            server.destroyForcibly();
        }
    }
}
