package dev.benchlight.mcp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

class OsSessionTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void aCommandBehindTheLauncherLeadsItsOwnSessionUnderTheSamePid() throws Exception {
        Process process = sleeping(OsSession.launcher());
        try {
            assertThat(OsSession.launcher()).hasSize(1);
            Await.until(
                    "the launcher has become the command",
                    () -> process.info().command().orElse("").endsWith("sleep"));
            assertThat(OsSession.members(process.pid())).containsExactly(process.toHandle());
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(OsSession.members(process.pid())).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aCommandWithoutTheLauncherLeadsNone() throws Exception {
        Process process = sleeping(List.of());
        try {
            assertThat(OsSession.members(process.pid())).isEmpty();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Process sleeping(List<String> launcher) throws IOException {
        List<String> command = new ArrayList<>(launcher);
        command.addAll(List.of("sleep", "600"));
        return new ProcessBuilder(command).start();
    }
}
