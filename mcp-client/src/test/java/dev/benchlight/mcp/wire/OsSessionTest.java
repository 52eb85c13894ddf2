package dev.benchlight.mcp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

class OsSessionTest {
    @ParameterizedTest
    @CsvSource({
        "'12 (node) S 1 12 9 0 -1 4194560', 9",
        "'12 (a) b (c) d) R 1 12 77 0', 77",
        "'12 (tmux: server) S 1 12 3 0\n', 3"
    })
    void theSessionStandsFourthAfterTheNameWhateverTheNameHolds(String stat, long session) {
        assertThat(OsSession.parse(stat)).isEqualTo(OptionalLong.of(session));
    }

    @ParameterizedTest
    @CsvSource({"''", "'12 (node) S 1'", "'12 (node) S 1 12 x 0'", "nonsense"})
    void whatIsNoStatisticsHasNoSession(String stat) {
        assertThat(OsSession.parse(stat)).isEmpty();
    }

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
