package dev.benchlight.app.traces;

import dev.benchlight.trace.TraceEvent;
import dev.benchlight.trace.TraceRecorder;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Spans and frames in an SQLite file, written as they happen by one background thread.
/// Thread-safe.
public final class TraceStore implements TraceRecorder, AutoCloseable {
    private final List<String> notices;

    private TraceStore(List<String> notices) {
        this.notices = List.copyOf(notices);
    }

    /// Opens the store of a data folder. A file that is corrupt is moved aside; where nothing can
    /// be written, the store lives in memory. What was done about it stands in [#notices()].
    public static TraceStore open(Path dataFolder) {
        throw new UnsupportedOperationException(dataFolder.toString());
    }

    /// A store that lives in memory.
    public static TraceStore inMemory() {
        return new TraceStore(List.of());
    }

    /// One sentence for each thing that was wrong when the store was opened.
    public List<String> notices() {
        return notices;
    }

    @Override
    public void record(TraceEvent event) {
        throw new UnsupportedOperationException();
    }

    /// Waits until everything recorded before is stored.
    public void flush() {
        throw new UnsupportedOperationException();
    }

    /// The newest rows that contain `text` in method, name, server or summary (all, if it is
    /// empty), newest first.
    ///
    /// @param before only rows with a smaller sequence
    public List<TraceRow> page(String text, OptionalLong before, int limit) {
        throw new UnsupportedOperationException();
    }

    /// A span by its id, by its trace's id, or by a prefix of either that fits only one.
    public Optional<TraceDetail> find(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
