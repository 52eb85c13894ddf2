package dev.benchlight.mcp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;

@DisabledOnOs(OS.WINDOWS)
class ProcessMarkTest {
    private static Process sleeping() throws IOException {
        return new ProcessBuilder("sleep", "600").start();
    }

    @Test
    void aProcessIsFoundByItsMarkUntilItEnds() throws Exception {
        Process process = sleeping();
        ProcessMark mark = ProcessMark.of(process.toHandle());
        assertThat(mark.find()).contains(process.toHandle());
        process.destroyForcibly().waitFor();
        assertThat(mark.find()).isEmpty();
    }

    @Test
    void anotherProcessOfTheSameNumberIsNotTakenForIt() throws Exception {
        Process process = sleeping();
        try {
            ProcessMark mark = ProcessMark.of(process.toHandle());
            assertThat(new ProcessMark(mark.pid(), mark.born() + "1", mark.program()).find())
                    .isEmpty();
            assertThat(new ProcessMark(mark.pid(), "", "").find()).isEmpty();
            assertThat(new ProcessMark(mark.pid(), mark.born(), "/bin/other").find()).isEmpty();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aProcessThatBecomesAnotherProgramIsFoundIfTheProgramWasLeftOpen() throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "read x; exec sleep 600").start();
        try {
            ProcessMark open = ProcessMark.ofAnyProgram(process.toHandle());
            ProcessMark shell = ProcessMark.of(process.toHandle());
            process.getOutputStream().write('\n');
            process.getOutputStream().close();
            Await.until(
                    "the shell has become another program",
                    () -> process.info().command().orElse("").endsWith("sleep"));
            assertThat(open.find()).contains(process.toHandle());
            assertThat(shell.find()).isEmpty();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aMarkOfAnotherStartOfTheSystemIsFromElsewhere() {
        ProcessMark mark = ProcessMark.of(ProcessHandle.current());
        assertThat(mark.isFromElsewhere()).isFalse();
        ProcessMark other = new ProcessMark(mark.pid(), "x" + mark.born(), mark.program());
        assertThat(other.isFromElsewhere()).isTrue();
        assertThat(other.find()).isEmpty();
    }
}
