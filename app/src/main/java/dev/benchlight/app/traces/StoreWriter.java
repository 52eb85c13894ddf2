package dev.benchlight.app.traces;

import dev.benchlight.trace.TraceEvent;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// The thread that takes events from the intake and stores them. When storing fails it counts what
/// is lost, says so, still hands rows on, and tries again with the next batch.
final class StoreWriter {
    private static final System.Logger LOG = System.getLogger(StoreWriter.class.getName());

    private static final long IDLE_MILLIS = 50;
    private static final long CLOSE_MILLIS = 10_000;

    private final TraceStore.Opening opening;
    private final Intake intake;
    private final LiveRows live;
    private final Consumer<String> notices;
    private final Redactor redactor;
    private final StoreLimits limits;
    private final OpenSpans open;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private final Thread thread;
    private volatile Database database;
    private final AtomicLong failed = new AtomicLong();
    private volatile boolean closing;
    private volatile boolean unreadable;
    private EventWriter events;
    private Optional<StderrFile> stderr;
    private long handled;
    private boolean failing;
    private boolean dropping;

    StoreWriter(
            TraceStore.Opening opening,
            Intake intake,
            LiveRows live,
            Consumer<String> notices,
            Redactor redactor,
            StoreLimits limits) {
        this.opening = opening;
        this.intake = intake;
        this.live = live;
        this.notices = notices;
        this.redactor = redactor;
        this.limits = limits;
        this.open = new OpenSpans();
        this.stderr = opening.stderr();
        try {
            this.database = opening.open();
            CrashedRuns.mark(database);
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite does not even open in memory", e);
        }
        this.events = new EventWriter(database, limits);
        this.thread = Thread.ofPlatform().name("trace-writer").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    TraceQueries queries() {
        return database.queries();
    }

    long failed() {
        return failed.get();
    }

    /// Takes note that the file could not be read, and replaces it if it is corrupt.
    void unreadable(SQLException cause) {
        unreadable |= DatabaseFile.corrupt(cause);
    }

    private void run() {
        try {
            while (!closing || intake.accepted() > handled) {
                List<TraceEvent> batch = intake.take(IDLE_MILLIS);
                if (!batch.isEmpty()) {
                    store(batch);
                    live.changed(open.takeChanged());
                }
                sayDropped();
                replaceUnreadable();
                live.publish(false);
                advance(batch.size());
            }
            live.publish(true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void store(List<TraceEvent> batch) {
        int unwritten = batch.size();
        List<TraceEvent> redacted = redactor.redact(batch);
        keepStderr(redacted);
        try {
            events.write(redacted, open);
            unwritten = 0;
            if (failing) {
                failing = false;
                notices.accept(
                        "Traces are stored again; %,d events were lost.".formatted(failed.get()));
            }
            events.retain();
        } catch (SQLException e) {
            failed(unwritten, e);
        }
    }

    private void keepStderr(List<TraceEvent> batch) {
        try {
            if (stderr.isPresent()) {
                stderr.get().append(batch);
            }
        } catch (IOException e) {
            stderr = Optional.empty();
            notices.accept("Standard error is no longer kept as text: %s.".formatted(e));
        }
    }

    private void failed(int unwritten, SQLException cause) {
        failed.addAndGet(unwritten);
        if (!failing) {
            failing = true;
            notices.accept(
                    "Traces are not being stored in %s: %s."
                            .formatted(opening.place(), DatabaseFile.reason(cause)));
        }
        if (DatabaseFile.corrupt(cause)) {
            replace();
        }
    }

    private void replaceUnreadable() {
        if (unreadable) {
            unreadable = false;
            replace();
        }
    }

    private void replace() {
        try {
            database.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "a corrupt file did not close", e);
        }
        try {
            database = opening.replace();
            events = new EventWriter(database, limits);
            failing = false;
        } catch (SQLException e) {
            notices.accept(
                    "No new traces file could be started, and nothing is stored: %s."
                            .formatted(DatabaseFile.reason(e)));
        }
    }

    private void sayDropped() {
        if (intake.dropped() > 0 && !dropping) {
            dropping = true;
            notices.accept("More happened at once than can be stored; some events were dropped.");
        }
    }

    private void advance(int count) {
        lock.lock();
        try {
            handled += count;
            progress.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void await(long target) {
        intake.hurry();
        lock.lock();
        try {
            while (handled < target && thread.isAlive()) {
                progress.await(IDLE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        if (closing) {
            return;
        }
        closing = true;
        intake.hurry();
        try {
            thread.join(CLOSE_MILLIS);
            database.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            notices.accept("The traces file could not be closed: " + DatabaseFile.reason(e));
        }
    }
}
