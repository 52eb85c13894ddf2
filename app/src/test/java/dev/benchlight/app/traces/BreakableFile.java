package dev.benchlight.app.traces;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

/// A traces file whose writing connection a test can take hold of, to have it fail as a full or
/// read-only disk would.
final class BreakableFile implements TraceStore.Opening {
    private final Path file;
    private @Nullable Database database;

    BreakableFile(Path file) {
        this.file = file;
    }

    @Override
    public Database open() throws SQLException {
        database = Database.file(file);
        return database;
    }

    @Override
    public String place() {
        return file + " (some bytes)";
    }

    /// Runs a statement between two batches.
    void execute(String sql) throws SQLException {
        Database.Link link = Objects.requireNonNull(database).writer();
        link.lock().lock();
        try {
            link.execute(sql);
        } finally {
            link.lock().unlock();
        }
    }
}
