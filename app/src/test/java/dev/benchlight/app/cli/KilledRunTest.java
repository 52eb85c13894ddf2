package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.wire.Processes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell")
class KilledRunTest {
    @TempDir Path folder;

    /// It notices neither that its input ended nor that it is asked to end.
    @Test
    void aStubbornServerOfAKilledRunIsEndedByTheNextCommandWhichSaysSo() throws Exception {
        String deaf = "trap '' TERM; echo $$ > started; mv started pid; while :; do sleep 1; done";
        try (ChildProcess killed =
                ChildProcess.start(
                        folder, List.of(), List.of("list", "--stdio", "--", "sh", "-c", deaf))) {
            Await.until(
                    "the server runs",
                    () -> Files.exists(folder.resolve("pid")) && notes().size() == 1);
            ProcessHandle server =
                    ProcessHandle.of(
                                    Long.parseLong(Files.readString(folder.resolve("pid")).strip()))
                            .orElseThrow();

            assertThat(CommandRun.of(folder, "traces", "list").err())
                    .as("while the run goes on")
                    .doesNotContain("left behind");
            assertThat(Processes.runs(server)).isTrue();

            killed.kill();
            assertThat(Processes.runs(server)).as("after kill -9 of the run").isTrue();

            assertThat(CommandRun.of(folder, "traces", "list").err())
                    .contains("warning: The server ", "was left behind", "has now been ended");
            assertThat(Processes.runs(server)).isFalse();
            assertThat(notes()).isEmpty();
        }
    }

    private List<Path> notes() {
        try (Stream<Path> files = Files.list(folder.resolve("xdg/benchlight/running"))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
