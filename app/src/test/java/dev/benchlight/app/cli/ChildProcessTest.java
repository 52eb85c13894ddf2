package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.faults.FaultyHttpServer;
import dev.benchlight.mcp.faults.FaultyStdioServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// The command line as users run it: a process with its own streams and signals.
class ChildProcessTest {
    @TempDir Path folder;

    @Test
    void standardOutputIsTheDocumentAloneAndNoJavaFxClassIsLoaded() throws Exception {
        Path classes = folder.resolve("classes.txt");
        List<String> line = call("echo", "message=hi");
        line.addAll(FaultyStdioServer.command("garbage-stdout"));
        try (ChildProcess process =
                ChildProcess.start(folder, List.of("-Xlog:class+load:file=" + classes), line)) {
            CommandRun run = process.end();

            assertThat(run.exit()).as(run.err()).isZero();
            assertThat(run.json().path("ok").asBoolean()).isTrue();
            assertThat(run.json().at("/warnings/0/code").asString()).isEqualTo("stdout-noise");
            assertThat(run.err()).isEmpty();
        }
        assertThat(Files.readAllLines(classes))
                .hasSizeGreaterThan(100)
                .noneMatch(loaded ->
                        loaded.contains(" javafx.") || loaded.contains(" com.sun.javafx"));
    }

    @Test
    void theResultIsPrintedWhileTheServerStillRuns() throws Exception {
        List<String> line = call("echo", "message=hi");
        line.addAll(FaultyStdioServer.command("ignore-sigterm"));
        line.addAll(2, List.of("--grace", "20s"));
        try (ChildProcess process = ChildProcess.start(folder, List.of(), line)) {
            Path out = folder.resolve("out.txt");
            await(() -> text(out).endsWith("}\n"));

            List<ProcessHandle> servers = process.children();
            assertThat(servers).isNotEmpty();
            assertThat(process.alive()).isTrue();
            servers.forEach(ProcessHandle::destroyForcibly);
            assertThat(process.end().exit()).isZero();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrlCEndsAReportWhereverItIsAndThatIsNoSuccess() throws Exception {
        for (String hanging : List.of("tools/list", "foreign")) {
            try (CatalogueServer server = new CatalogueServer("{\"tools\": {}}").hanging(hanging);
                    ChildProcess process =
                            ChildProcess.start(
                                    folder,
                                    List.of(),
                                    List.of("inspect", server.url(), "--json"))) {
                await(server::hangs);
                process.interrupt();
                CommandRun run = process.end();

                assertThat(run.exit()).as(hanging + run.err()).isEqualTo(130);
                assertThat(run.json().at("/error/code").asString()).isEqualTo("cancelled");
                assertThat(run.json().at("/result/steps").size()).isPositive();
            }
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrlCCancelsTheCallAndLeavesNoProcessBehind() throws Exception {
        List<String> line = call("echo", "message=hi");
        line.addAll(FaultyStdioServer.command("never-answer"));
        try (ChildProcess process = ChildProcess.start(folder, List.of(), line)) {
            await(() -> sent("tools/call"));
            List<ProcessHandle> servers = process.children();
            process.interrupt();
            CommandRun run = process.end();

            assertThat(run.exit()).isEqualTo(130);
            assertThat(run.json().at("/error/code").asString()).isEqualTo("cancelled");
            assertThat(servers).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ctrlCTellsTheServer() throws Exception {
        try (FaultyHttpServer server = FaultyHttpServer.start("hang");
                ChildProcess process =
                        ChildProcess.start(
                                folder,
                                List.of(),
                                List.of("call", server.url().toString(), "echo", "--json"))) {
            await(() -> !server.requests("POST", "tools/call").isEmpty());
            process.interrupt();

            assertThat(process.end().exit()).isEqualTo(130);
            assertThat(server.requests("POST", "notifications/cancelled")).hasSize(1);
        }
    }

    private static List<String> call(String tool, String argument) {
        return new ArrayList<>(List.of("call", tool, "--arg", argument, "--json", "--stdio", "--"));
    }

    /// Whether the trace store of the child has it, which writes as things happen.
    private boolean sent(String method) {
        CommandRun run = CommandRun.of(folder, "traces", "list", "--json");
        return run.exit() == 0 && run.out().contains("\"" + method + "\"");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static void await(BooleanSupplier state) throws TimeoutException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!state.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException();
            }
            Thread.onSpinWait();
        }
    }
}
