package dev.benchlight.app.ui;

import dev.benchlight.app.traces.StoreFaultsTest;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/// What goes wrong while the window is open is said in it.
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
}
