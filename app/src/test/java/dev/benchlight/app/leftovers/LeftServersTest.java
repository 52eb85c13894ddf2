package dev.benchlight.app.leftovers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.mcp.wire.ProcessMark;
import dev.benchlight.mcp.wire.Processes;
import dev.benchlight.mcp.wire.ServerMark;
import dev.benchlight.mcp.wire.ServerProcesses;
import dev.benchlight.mcp.wire.ServerRegister;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
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
import java.util.UUID;
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
        return new ServerProcesses(
                ServerMark.NONE, false, List.of(ProcessMark.of(server.toHandle())));
    }

    private ServerRegister.Entry note(ProcessMark run) {
        return new RunningServers(data, run).starting("files", ServerMark.NONE);
    }

    private List<Path> files() throws IOException {
        Path folder = data.resolve(RunningServers.FOLDER);
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void theServerOfAKilledRunIsEndedAndSaid() throws IOException {
        note(dead).seen(processes());
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
    @EnabledOnOs(OS.LINUX)
    void aServerOfWhichNothingIsKnownButItsMarkIsEnded() throws IOException {
        ServerMark mark = new ServerMark(UUID.randomUUID().toString());
        ProcessBuilder builder = new ProcessBuilder("sleep", "600");
        builder.environment().put(ServerMark.VARIABLE, mark.value());
        Process marked = builder.start();
        try {
            new RunningServers(data, dead).starting("files", mark);

            assertThat(LeftServers.end(data)).singleElement().asString().contains("(1 process)");
            assertThat(Processes.runs(marked.toHandle())).isFalse();
            assertThat(server.isAlive()).isTrue();
            assertThat(files()).isEmpty();
        } finally {
            marked.destroyForcibly();
        }
    }

    @Test
    void theServerOfARunThatGoesOnIsLetAlone() throws IOException {
        DataFolder folder = DataFolder.open(data, Map.of());
        ServerRegister.Entry entry = RunningServers.in(folder).starting("files", ServerMark.NONE);
        entry.seen(processes());

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
        ServerRegister.Entry entry = note(dead);
        entry.seen(new ServerProcesses(ServerMark.NONE, false, List.of(dead)));
        entry.seen(processes());

        assertThat(files()).hasSize(1);
        assertThat(LeftServers.end(data)).hasSize(1);
        assertThat(Processes.runs(server.toHandle())).isFalse();
    }

    @Test
    void aServerThatEndedByItselfIsNotMentioned() throws IOException {
        note(dead).seen(new ServerProcesses(ServerMark.NONE, true, List.of(dead)));
        assertThat(LeftServers.end(data)).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void whatCannotBeReadOrIsOfAnotherSystemGoesOnlyWhenItIsOld() throws IOException {
        Path folder = Files.createDirectories(data.resolve(RunningServers.FOLDER));
        Files.writeString(folder.resolve("half.json"), "{\"run\":{\"pid\":1");
        ProcessMark away = new ProcessMark(dead.pid(), "elsewhere/1", dead.program());
        note(away).seen(processes());

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
