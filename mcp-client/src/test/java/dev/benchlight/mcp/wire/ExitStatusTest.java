package dev.benchlight.mcp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class ExitStatusTest {
    @ParameterizedTest
    @CsvSource({
        "0, the server exited with code 0",
        "1, the server exited with code 1",
        "127, the server exited with code 127",
        "128, the server exited with code 128",
        "130, the server exited with code 130 (SIGINT)",
        "134, the server exited with code 134 (SIGABRT)",
        "137, the server exited with code 137 (SIGKILL)",
        "139, the server exited with code 139 (SIGSEGV)",
        "143, the server exited with code 143 (SIGTERM)",
        "255, the server exited with code 255",
        "-1073741819, the server exited with code -1073741819"
    })
    void aCodeAboveThoseOfProgramsIsASignal(int code, String message) {
        assertThat(ExitStatus.fault(code, false, List.of()).message()).isEqualTo(message);
    }

    @Test
    void codeSignalAndLastWordsStandInTheDetails() {
        WireFault fault = ExitStatus.fault(137, true, List.of("one", "out of memory"));
        assertThat(fault.kind()).isEqualTo(WireFault.Kind.PROCESS);
        assertThat(fault.hint()).endsWith("standard error was: out of memory");
        assertThat(fault.details())
                .hasToString(
                        "{\"exitCode\":137,\"signal\":\"SIGKILL\",\"stderr\":[\"one\",\"out of"
                                + " memory\"]}");
    }

    @Test
    void aServerThatSaidNothingIsToBeRunByHand() {
        assertThat(ExitStatus.fault(1, false, List.of()).hint()).contains("run its command in a");
        assertThat(ExitStatus.outputClosed(true, List.of()).message())
                .isEqualTo("the server closed its standard output, in the middle of a message,");
    }
}
