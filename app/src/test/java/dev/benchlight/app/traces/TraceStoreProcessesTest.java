package dev.benchlight.app.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.trace.SpanStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The traces file in the hands of other processes, some of which are killed.
@Timeout(300)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "kills and umask are those of POSIX")
class TraceStoreProcessesTest {
    private static final int ENDLESS = 1_000_000;

    @TempDir private Path root;

    @Test
    void aKillLosesNothingThatWasAcknowledged() throws Exception {
        Path folder = root.resolve("data");
        for (int round = 1; round <= 5; round++) {
            Process writer = RecordingProgram.start(folder, "round-" + round, ENDLESS, 20_000);
            int acknowledged = killAfter(writer, 3 * round);

            assertPrivate(folder);
            try (TraceStore store = TraceStore.open(folder)) {
                assertThat(store.notices()).isEmpty();
                List<TraceRow> rows = rows(store, "round-" + round);
                assertThat(rows).hasSizeGreaterThanOrEqualTo(acknowledged);
                assertThat(rows.subList(rows.size() - acknowledged, rows.size()))
                        .extracting(TraceRow::status)
                        .containsOnly(SpanStatus.OK);
                assertThat(rows).extracting(TraceRow::status).doesNotContainNull();
            }
            assertThat(integrity(folder.resolve("traces.db"))).isEqualTo("ok");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("traces.db"));
        }
    }

    @Test
    void aLogThatIsMissingOrGarbledCostsNoMoreThanTheLastRows() throws Exception {
        Path folder = root.resolve("data");
        killAfter(RecordingProgram.start(folder, "killed", ENDLESS, 20_000), 20);
        Path missing = copy(folder, "missing");
        Files.delete(missing.resolve("traces.db-wal"));
        Path garbled = copy(folder, "garbled");
        byte[] log = Files.readAllBytes(garbled.resolve("traces.db-wal"));
        java.util.Arrays.fill(log, log.length / 2, log.length, (byte) 0x5a);
        Files.write(garbled.resolve("traces.db-wal"), log);
        Path unshared = copy(folder, "unshared");
        Files.write(unshared.resolve("traces.db-shm"), new byte[100]);

        for (Path each : List.of(missing, garbled, unshared)) {
            try (TraceStore store = TraceStore.open(each)) {
                assertThat(store.notices()).as(each.toString()).isEmpty();
                new Events(store).call("after", "{}", "{}");
                store.flush();
                assertThat(rows(store, "after")).hasSize(1);
            }
            assertThat(integrity(each.resolve("traces.db"))).isEqualTo("ok");
        }
    }

    @Test
    void programsThatStartAndWriteAtTheSameTimeShareOneFile() throws Exception {
        for (int round = 0; round < 3; round++) {
            Path folder = root.resolve("data-" + round);
            List<Process> writers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                writers.add(RecordingProgram.start(folder, "writer-" + i, 200, 10_000));
            }
            for (Process writer : writers) {
                try (BufferedReader out = writer.inputReader()) {
                    assertThat(out.lines().toList()).hasSize(10).last().isEqualTo("200");
                }
                assertThat(writer.waitFor()).isZero();
            }
            try (TraceStore store = TraceStore.open(folder)) {
                assertThat(rows(store, "")).hasSize(600);
            }
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).containsExactly(folder.resolve("traces.db"));
            }
        }
    }

    /// @return how many calls the process said were stored
    private static int killAfter(Process writer, int lines) throws IOException {
        int acknowledged = 0;
        try (BufferedReader out = writer.inputReader()) {
            for (int i = 0; i < lines; i++) {
                acknowledged = Integer.parseInt(out.readLine());
            }
            writer.toHandle().destroyForcibly();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                acknowledged = Integer.parseInt(line);
            }
            return acknowledged;
        } finally {
            writer.destroyForcibly().onExit().join();
        }
    }

    private static List<TraceRow> rows(TraceStore store, String name) {
        return store.page(name, OptionalLong.empty(), ENDLESS);
    }

    private static void assertPrivate(Path folder) throws IOException {
        assertThat(permissions(folder)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList())
                    .hasSizeGreaterThan(1)
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String integrity(Path file) throws SQLException {
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = database.createStatement();
                var rows = statement.executeQuery("PRAGMA integrity_check")) {
            return rows.getString(1);
        }
    }

    private Path copy(Path folder, String name) throws IOException {
        Path target = Files.createDirectory(root.resolve(name));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
        return target;
    }
}
