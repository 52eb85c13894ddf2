package dev.benchlight.mcp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.time.Duration;

class ProcessTreeTest {
    /// In a container, the first process often takes no note of the ends of others.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aProcessWhoseEndNobodyNotesIsNotWaitedFor() throws Exception {
        Process parent = new ProcessBuilder("sh", "-c", "sleep 0 & exec sleep 600").start();
        try {
            Await.until(
                    "the child has ended and its parent takes no note",
                    () ->
                            parent.children()
                                    .anyMatch(child ->
                                            ProcStat.of(child.pid())
                                                    .filter(ProcStat::isEnded)
                                                    .isPresent()));
            ProcessHandle ended = parent.children().findFirst().orElseThrow();

            assertThat(ended.isAlive()).as("what the JDK says").isTrue();
            assertThat(new ProcessTree(ended, ServerMark.NONE, false).end(Duration.ofDays(1)))
                    .isEmpty();
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }
}
