package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Warning;

import org.junit.jupiter.api.Test;

import java.util.List;

class LeftWarningTest {
    private static final Warning LEFT =
            new Warning("process-left", "processes could not be ended", 1, List.of("process 7"));

    @Test
    void whatCouldNotBeEndedIsNamedOnce() {
        Warning other = new Warning("stdout-noise", "noise", 1, List.of("x"));

        assertThat(SessionRun.left(List.of(other, LEFT), List.of(other)))
                .containsExactly("process 7");
        assertThat(SessionRun.left(List.of(other, LEFT), List.of(other, LEFT))).isEmpty();
    }
}
