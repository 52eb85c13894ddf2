package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.traces.Events;
import dev.benchlight.app.traces.Redactor;
import dev.benchlight.app.traces.StoreFaultsTest;
import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.trace.SpanStatus;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

class RecordingTest {
    @TempDir Path folder;

    @Test
    void aBurstBeforeTheStoreIsOpenIsRecordedToTheLast() {
        DataFolder data = DataFolder.open(folder, Map.of());
        try (Recording recording = new Recording(data, new Redactor(), late -> {})) {
            Events events = new Events(recording);
            for (int i = 0; i < 50_000; i++) {
                recording.awaitRoom();
                events.notification("notifications/message", "{\"data\":" + i + "}");
            }
            assertThat(recording.warnings()).isEmpty();
        }
        try (TraceStore store = TraceStore.open(folder)) {
            List<TraceRow> all = store.page("", OptionalLong.empty(), 100_000);
            assertThat(all).hasSize(50_000).allMatch(row -> row.status() == SpanStatus.OK);
        }
    }

    @Test
    void whatIsDroppedIsSaidOnceWithItsLastCount() throws SQLException {
        List<String> late = new ArrayList<>();
        byte[] large = new byte[16 << 20];
        DataFolder data = DataFolder.open(folder, Map.of());
        try (Recording recording = new Recording(data, new Redactor(), late::add)) {
            assertThat(recording.warnings()).isEmpty();
            String file = "jdbc:sqlite:" + folder.resolve("traces.db");
            try (var other = DriverManager.getConnection(file);
                    var lock = other.createStatement()) {
                lock.execute("BEGIN IMMEDIATE");
                for (int i = 1; i <= 12; i++) {
                    recording.record(Events.frame(i, large));
                    assertThat(recording.warnings()).isEmpty();
                }
                lock.execute("ROLLBACK");
            }
        }
        assertThat(late).singleElement().asString().contains("not recorded so far: ", " frames.");
    }

    @Test
    void whatGoesWrongAfterTheReplyIsStillTold() {
        List<String> late = new ArrayList<>();
        try (Recording recording =
                new Recording(DataFolder.open(folder, Map.of()), new Redactor(), late::add)) {
            assertThat(recording.warnings()).isEmpty();
            recording.record(StoreFaultsTest.unstorable());
        }
        assertThat(late).hasSize(2);
        assertThat(late.getFirst()).contains("not being stored");
        assertThat(late.getLast()).contains("1 event was lost");
    }
}
