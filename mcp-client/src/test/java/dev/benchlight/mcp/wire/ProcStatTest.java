package dev.benchlight.mcp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcStatTest {
    @ParameterizedTest
    @CsvSource({
        "'12 (node) S 1 12 9 0 -1 4194560', S, 9",
        "'12 (a) b (c) d) R 1 12 77 0', R, 77",
        "'12 (tmux: server) Z 1 12 3 0\n', Z, 3"
    })
    void stateAndSessionStandAfterTheNameWhateverTheNameHolds(
            String stat, char state, long session) {
        assertThat(ProcStat.parse(stat)).contains(new ProcStat(state, session));
    }

    @ParameterizedTest
    @CsvSource({"''", "'12 (node) S 1'", "'12 (node) S 1 12 x 0'", "nonsense"})
    void whatIsNoStatisticsSaysNothing(String stat) {
        assertThat(ProcStat.parse(stat)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisProcessRuns() {
        assertThat(ProcStat.of(ProcessHandle.current().pid()).orElseThrow().isEnded()).isFalse();
    }

    @Test
    void aProcessThatIsNotThereSaysNothing() {
        assertThat(ProcStat.of(Long.MAX_VALUE)).isEmpty();
    }
}
