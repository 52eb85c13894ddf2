package dev.benchlight.app.leftovers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.mcp.wire.ProcessMark;
import dev.benchlight.mcp.wire.Processes;
import dev.benchlight.mcp.wire.ServerProcesses;
import dev.benchlight.mcp.wire.ServerRegister;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

@DisabledOnOs(OS.WINDOWS)
class LeftServersTest {
    @TempDir private Path data;
    private final ProcessMark dead = KilledRun.mark();
    private final Process server = new ProcessBuilder("sleep", "600").start();

    LeftServersTest() throws IOException {}

    @AfterEach
    void kill() {
        server.destroyForcibly();
    }

    private ServerProcesses processes() {
        return new ServerProcesses(false, List.of(ProcessMark.of(server.toHandle())));
    }

    private List<Path> files() throws IOException {
        Path folder = data.resolve(RunningServers.FOLDER);
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void theServerOfAKilledRunIsEndedAndSaid() throws IOException {
        new RunningServers(data, dead).started("files", processes());
        assertThat(files())
                .singleElement()
                .satisfies(file ->
                        assertThat(
                                        PosixFilePermissions.toString(
                                                Files.getPosixFilePermissions(file)))
                                .isEqualTo("rw-------"));

        assertThat(LeftServers.end(data))
                .singleElement()
                .asString()
                .contains("The server files was left behind", "(1 process)");
        assertThat(Processes.runs(server.toHandle())).isFalse();
        assertThat(files()).isEmpty();
        assertThat(LeftServers.end(data)).isEmpty();
    }

    @Test
    void theServerOfARunThatGoesOnIsLetAlone() throws IOException {
        DataFolder folder = DataFolder.open(data, Map.of());
        ServerRegister.Entry entry = RunningServers.in(folder).started("files", processes());

        assertThat(LeftServers.end(folder)).isEmpty();
        assertThat(server.isAlive()).isTrue();
        assertThat(files()).hasSize(1);

        entry.ended();
        assertThat(files()).isEmpty();
        entry.seen(processes());
        assertThat(files()).as("what is said after the end").isEmpty();
    }

    @Test
    void whatIsSeenLaterReplacesWhatWasKnownAtFirst() throws IOException {
        ServerRegister.Entry entry =
                new RunningServers(data, dead)
                        .started("files", new ServerProcesses(false, List.of(dead)));
        entry.seen(processes());

        assertThat(files()).hasSize(1);
        assertThat(LeftServers.end(data)).hasSize(1);
        assertThat(Processes.runs(server.toHandle())).isFalse();
    }

    @Test
    void aServerThatEndedByItselfIsNotMentioned() throws IOException {
        new RunningServers(data, dead).started("files", new ServerProcesses(true, List.of(dead)));
        assertThat(LeftServers.end(data)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatCannotBeReadOrIsOfAnotherSystemGoesOnlyWhenItIsOld() throws IOException {
        Path folder = Files.createDirectories(data.resolve(RunningServers.FOLDER));
        Files.writeString(folder.resolve("half.json"), "{\"run\":{\"pid\":1");
        ProcessMark away = new ProcessMark(dead.pid(), "elsewhere/1", dead.program());
        new RunningServers(data, away).started("files", processes());

        assertThat(LeftServers.end(data)).isEmpty();
        assertThat(server.isAlive()).isTrue();
        assertThat(files()).hasSize(2);

        for (Path file : files()) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(8))));
        }
        assertThat(LeftServers.end(data)).isEmpty();
        assertThat(server.isAlive()).isTrue();
        assertThat(files()).isEmpty();
    }
}
