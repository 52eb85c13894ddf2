package dev.benchlight.app.traces;

import dev.benchlight.trace.TraceEvent;
import dev.benchlight.trace.TraceRecorder;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Spans and frames in an SQLite file, written as they happen by one background thread. A failure
/// to read or write becomes a notice, never an exception. Several processes may share a file.
/// Thread-safe.
public final class TraceStore implements TraceRecorder, AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final Notices notices;
    private final Intake intake;
    private final LiveRows live = new LiveRows();
    private final StoreWriter writer;

    private TraceStore(Opening opening, Notices notices, Redactor redactor, StoreLimits limits) {
        this.notices = notices;
        this.intake = new Intake(limits);
        this.writer = new StoreWriter(opening, intake, live, notices, redactor, limits);
        writer.start();
    }

    /// Where a writer gets its database, also when the one it has turns out to be corrupt.
    interface Opening {
        Database open() throws SQLException;

        default Database replace() throws SQLException {
            return open();
        }

        /// Where lines of standard error also go, if anywhere.
        default Optional<StderrFile> stderr() {
            return Optional.empty();
        }

        /// What it is called in a sentence.
        default String place() {
            return "memory";
        }
    }

    /// Opens the store of a data folder. A file that is corrupt is moved aside; where nothing can
    /// be written, the store lives in memory. What was done about it stands in [#notices()].
    public static TraceStore open(Path dataFolder) {
        return open(dataFolder, new Redactor());
    }

    /// As [#open(Path)]; whatever `redactor` knows is not stored.
    public static TraceStore open(Path dataFolder, Redactor redactor) {
        return open(dataFolder, redactor, StoreLimits.DEFAULT);
    }

    static TraceStore open(Path dataFolder, Redactor redactor, StoreLimits limits) {
        Notices notices = new Notices();
        return new TraceStore(DatabaseFile.in(dataFolder, notices::add), notices, redactor, limits);
    }

    static TraceStore open(Opening opening, Redactor redactor, StoreLimits limits) {
        return new TraceStore(opening, new Notices(), redactor, limits);
    }

    /// What a data folder holds that cannot be written, and behind it, in memory, what is new.
    public static TraceStore readOnly(Path dataFolder, Redactor redactor) {
        Notices notices = new Notices();
        DatabaseFile file = DatabaseFile.in(dataFolder, notices::add);
        return new TraceStore(file::openReadOnly, notices, redactor, StoreLimits.DEFAULT);
    }

    /// A store that lives in memory.
    public static TraceStore inMemory() {
        return inMemory(new Redactor());
    }

    /// As [#inMemory()]; whatever `redactor` knows is not stored.
    public static TraceStore inMemory(Redactor redactor) {
        return open(Database::memory, redactor, StoreLimits.DEFAULT);
    }

    /// One sentence for each thing that went wrong so far, oldest first, and how much was dropped.
    public List<String> notices() {
        List<String> all = new ArrayList<>(lasting());
        String dropped = intake.dropped().sentence();
        if (!dropped.isEmpty()) {
            all.add(dropped);
        }
        return all;
    }

    /// As [#notices()], without what was dropped, of which there may yet be more.
    public List<String> lasting() {
        return notices.all();
    }

    /// Tells `listener` each thing that goes wrong from now on in a sentence, of floods at most one
    /// a second; on any thread, and it must not block.
    ///
    /// @return ends it
    public Runnable subscribeToNotices(Consumer<String> listener) {
        return notices.subscribe(listener);
    }

    /// Hands rows that are new or have changed to `listener`, at most ten times a second, on the
    /// writer's thread; it must not block. Rows of other processes are not among them.
    ///
    /// @return ends it
    public Runnable subscribe(Consumer<List<TraceRow>> listener) {
        return live.subscribe(listener);
    }

    @Override
    public void record(TraceEvent event) {
        intake.offer(event);
    }

    @Override
    public void awaitRoom() {
        intake.awaitRoom();
    }

    /// How many events were not stored, for want of room in the queue or on the disk.
    public long lost() {
        return intake.dropped().total() + writer.failed();
    }

    /// Whether what is recorded is gone when the program ends.
    public boolean inMemoryOnly() {
        return writer.inMemory();
    }

    /// Waits until everything recorded before is stored.
    public void flush() {
        writer.await(intake.accepted());
    }

    /// The newest rows that contain `text` in method, name, server or summary (all, if it is
    /// empty), newest first.
    ///
    /// @param before only rows with a smaller sequence
    public List<TraceRow> page(String text, OptionalLong before, int limit) {
        try {
            return writer.queries().page(text, before.orElse(Long.MAX_VALUE), limit);
        } catch (SQLException e) {
            unreadable(e);
            return List.of();
        }
    }

    /// Looks for rows, newest first, in the next 20,000 or so: to look at all, ask again before
    /// [RowSearch.Found#next()].
    ///
    /// @param before only rows with a smaller sequence
    public RowSearch.Found search(RowSearch search, OptionalLong before, int limit) {
        try {
            return writer.queries().search(search, before.orElse(Long.MAX_VALUE), limit);
        } catch (SQLException e) {
            unreadable(e);
            return new RowSearch.Found(List.of(), OptionalLong.empty());
        }
    }

    /// The newest calls ([TraceRow#isCall()]), newest first, however much else was stored since.
    ///
    /// @param before only calls with a smaller sequence
    public List<TraceRow> calls(OptionalLong before, int limit) {
        try {
            return writer.queries().calls(before.orElse(Long.MAX_VALUE), limit);
        } catch (SQLException e) {
            unreadable(e);
            return List.of();
        }
    }

    /// A span by its id, by its trace's id, or by a prefix of either that fits only one.
    public Optional<TraceDetail> find(String id) {
        try {
            return writer.queries().find(id);
        } catch (SQLException e) {
            unreadable(e);
            return Optional.empty();
        }
    }

    void unreadable(SQLException cause) {
        notices.add("Traces could not be read: " + DatabaseFile.reason(cause) + ".");
        writer.unreadable(cause);
    }

    /// Stores what is queued, and closes the file. Says what could not be stored in ten seconds.
    @Override
    public void close() {
        close(CLOSE);
    }

    void close(Duration patience) {
        writer.close(patience);
    }
}
