package dev.benchlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LauncherTest {
    @Test
    void aFaultInTheBackgroundIsToldOnOneLineWithoutTerminalControls() {
        assertThat(Launcher.told(new IllegalStateException("a\u001b]0;x\u0007\n\u202eb")))
                .isEqualTo(
                        "benchlight: a fault in the background: java.lang.IllegalStateException:"
                                + " a\\u001b]0;x\\u0007 \\u202eb");
    }
}
