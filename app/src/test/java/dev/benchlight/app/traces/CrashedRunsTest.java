package dev.benchlight.app.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.trace.SpanStatus;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Whether a run whose calls are open goes on.
class CrashedRunsTest {
    @TempDir private Path folder;

    @BeforeEach
    void aCallIsOpen() {
        TraceStore store = TraceStore.open(folder);
        new Events(store).start("tools/call", "slow");
        store.close();
    }

    /// @param born makes what stands there of what stood there
    private void goesOn(UnaryOperator<String> born) throws SQLException {
        String file = "jdbc:sqlite:" + folder.resolve("traces.db");
        try (var database = DriverManager.getConnection(file);
                var select = database.prepareStatement("SELECT born FROM run");
                var rows = select.executeQuery();
                var update = database.prepareStatement("UPDATE run SET ended = NULL, born = ?")) {
            update.setString(1, born.apply(rows.getString(1)));
            update.executeUpdate();
        }
    }

    private @Nullable SpanStatus statusAfterAStart() {
        try (TraceStore store = TraceStore.open(folder)) {
            return store.page("", OptionalLong.empty(), 10).getFirst().status();
        }
    }

    @Test
    void aRunThatGoesOnMayStillEndItsCalls() throws SQLException {
        goesOn(born -> born);
        assertThat(statusAfterAStart()).isNull();
    }

    @Test
    void aRunWhoseNumberAnotherProcessGotAtOnceIsOver() throws SQLException {
        Pattern last = Pattern.compile("\\d+$");
        goesOn(born ->
                last.matcher(born)
                        .replaceFirst(digits -> Long.toString(Long.parseLong(digits.group()) + 1)));
        assertThat(statusAfterAStart()).isEqualTo(SpanStatus.INTERRUPTED);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aRunOfTheEarliestFormatIsOver() throws SQLException {
        goesOn(born -> "1790000000000");
        assertThat(statusAfterAStart()).isEqualTo(SpanStatus.INTERRUPTED);
    }
}
