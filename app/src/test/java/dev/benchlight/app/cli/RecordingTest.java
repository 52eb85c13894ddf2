package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.traces.Redactor;
import dev.benchlight.app.traces.StoreFaultsTest;
import dev.benchlight.app.workspace.DataFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class RecordingTest {
    @TempDir Path folder;

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
