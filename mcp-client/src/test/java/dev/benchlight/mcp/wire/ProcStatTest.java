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
        "'12 (node) S 1 12 9 0 -1 1 2 3 4 5 6 7 8 9 20 0 1 0 4711 8 9', S, 9, 4711",
        "'12 (a) b (c) d) R 1 12 77 0 -1 1 2 3 4 5 6 7 8 9 20 0 1 0 5', R, 77, 5",
        "'12 (tmux: server) Z 1 12 3 0 -1 1 2 3 4 5 6 7 8 9 20 0 1 0 99\n', Z, 3, 99"
    })
    void theFieldsStandAfterTheNameWhateverTheNameHolds(
            String stat, char state, long session, long started) {
        assertThat(ProcStat.parse(stat)).contains(new ProcStat(state, session, started));
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "'12 (node) S 1 12 9 0'",
        "'12 (n) S 1 12 x 0 -1 1 2 3 4 5 6 7 8 9 20 0 1 0 99'",
        "nonsense"
    })
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
