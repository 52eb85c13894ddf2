package dev.benchlight.app.traces;

import dev.benchlight.trace.TraceEvent;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The thread that takes events from the intake and stores them. When storing fails it counts what
/// is lost, says so, still hands rows on, and tries again with the next batch.
final class StoreWriter {
    private static final System.Logger LOG = System.getLogger(StoreWriter.class.getName());

    private static final long IDLE_MILLIS = 50;
    private static final long SECOND_NANOS = 1_000_000_000;

    private final TraceStore.Opening opening;
    private final Intake intake;
    private final LiveRows live;
    private final Notices notices;
    private final Redactor redactor;
    private final StoreLimits limits;
    private final OpenSpans open;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private final Thread thread;
    private volatile Database database;
    private final AtomicLong failed = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean closing;

    /// What is not stored by now stays so.
    private volatile boolean cut;

    private volatile boolean unreadable;
    private EventWriter events;
    private Optional<StderrFile> stderr;
    private long handled;
    private boolean failing;
    private long failedBefore;
    private Dropped seen = Dropped.NONE;
    private Dropped said = Dropped.NONE;
    private long saidAt = System.nanoTime() - 2 * SECOND_NANOS;

    StoreWriter(
            TraceStore.Opening opening,
            Intake intake,
            LiveRows live,
            Notices notices,
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

    boolean inMemory() {
        return database.inMemory();
    }

    /// Takes note that the file could not be read, and replaces it if it is corrupt.
    void unreadable(SQLException cause) {
        unreadable |= DatabaseFile.corrupt(cause);
    }

    private void run() {
        try {
            while (!cut && (!closing || intake.accepted() > handled)) {
                List<TraceEvent> batch = intake.take(IDLE_MILLIS);
                guarded(() -> take(batch));
                guarded(() -> sayDropped(false));
                advance(batch.size());
            }
            guarded(this::finish);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (cut) {
                closeDatabase();
            }
        }
    }

    /// A fault of our own, or of who listens, must not end the recording of all that comes after.
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "the trace writer goes on after a fault", e);
            notices.add("A fault of Benchlight's own while storing traces, which goes on: " + e);
        }
    }

    private void take(List<TraceEvent> batch) {
        if (!batch.isEmpty()) {
            store(batch);
            live.changed(open.takeChanged());
        }
        replaceUnreadable();
        live.publish(false);
    }

    private void finish() {
        live.publish(true);
        sayDropped(true);
        if (failing) {
            notices.add("Traces were not stored to the end; " + lostSince() + ".");
        }
    }

    private void store(List<TraceEvent> batch) {
        int unwritten = batch.size();
        try {
            List<TraceEvent> redacted = redactor.redact(batch);
            keepStderr(redacted);
            events.write(redacted, open);
            unwritten = 0;
            if (failing) {
                storedAgain();
            }
            events.retain();
        } catch (SQLException e) {
            failed(unwritten, e);
            if (DatabaseFile.corrupt(e)) {
                replace();
            }
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "events could not be stored", e);
            failed(unwritten, e);
        }
    }

    private void storedAgain() {
        failing = false;
        notices.add("Traces are stored again; " + lostSince() + ".");
    }

    private void keepStderr(List<TraceEvent> batch) {
        try {
            if (stderr.isPresent()) {
                stderr.get().append(batch);
            }
        } catch (IOException e) {
            stderr = Optional.empty();
            notices.add("Standard error is no longer kept as text: %s.".formatted(e));
        }
    }

    /// What this failure cost.
    private String lostSince() {
        return events(failed.get() - failedBefore);
    }

    private static String events(long lost) {
        return lost == 1 ? "1 event was lost" : "%,d events were lost".formatted(lost);
    }

    private void failed(int unwritten, Throwable cause) {
        long before = failed.getAndAdd(unwritten);
        if (!failing) {
            failing = true;
            failedBefore = before;
            notices.add(
                    "Traces are not being stored in %s: %s."
                            .formatted(opening.place(), DatabaseFile.reason(cause)));
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
            if (failing) {
                storedAgain();
            }
        } catch (SQLException e) {
            notices.add(
                    "No new traces file could be started; traces are kept in memory only: %s."
                            .formatted(DatabaseFile.reason(e)));
            keepInMemory();
        }
    }

    /// Rather than in a database that is closed, which nothing could be read from either.
    private void keepInMemory() {
        try {
            database = Database.memory();
            events = new EventWriter(database, limits);
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite does not even open in memory", e);
        }
    }

    /// While a flood goes on, once a second; and once it is over.
    private void sayDropped(boolean now) {
        Dropped dropped = intake.dropped();
        boolean over = now || dropped.equals(seen);
        seen = dropped;
        if (!dropped.equals(said) && (over || System.nanoTime() - saidAt > SECOND_NANOS)) {
            said = dropped;
            saidAt = System.nanoTime();
            notices.tell(dropped.sentence());
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

    /// Stores what waits, says what could not be stored in this time and half of it again, and
    /// closes the file; a writer that hangs is left to close it.
    void close(Duration patience) {
        if (closing) {
            return;
        }
        closing = true;
        intake.hurry();
        try {
            boolean ended = thread.join(patience);
            if (!ended) {
                cut = true;
                ended = thread.join(patience.dividedBy(2));
                sayCut(patience);
            }
            if (ended) {
                closeDatabase();
            }
        } catch (InterruptedException e) {
            cut = true;
            Thread.currentThread().interrupt();
        }
    }

    private void sayCut(Duration patience) {
        long left = intake.accepted() - handled();
        if (left > 0) {
            failed.addAndGet(left);
            String lost =
                    "Traces were not stored in %s within %d s at the end; %s."
                            .formatted(opening.place(), patience.toSeconds(), events(left));
            LOG.log(System.Logger.Level.WARNING, lost);
            notices.add(lost);
        }
    }

    private long handled() {
        lock.lock();
        try {
            return handled;
        } finally {
            lock.unlock();
        }
    }

    private void closeDatabase() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            database.close();
        } catch (SQLException e) {
            notices.add("The traces file could not be closed: " + DatabaseFile.reason(e));
        }
    }
}
