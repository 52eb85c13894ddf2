package dev.benchlight.app.traces;

import dev.benchlight.trace.Frame;
import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.TraceEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The queue between those who record and the writer, bounded by the memory it takes. To offer
/// never waits: what finds no room is counted, and the end of a span is let in where its start was.
/// Who reads what a peer sends waits for room before that, so that a flood is slowed down before
/// any of it has to be dropped (decision 10). Many may offer and wait, one takes.
final class Intake {
    private static final int BATCH = 8_000;
    private static final long BATCH_BYTES = 16L << 20;

    /// How long a batch is gathered, so that the writer does not compete with what it records.
    private static final long GATHER_MILLIS = 25;

    /// Who waits for room gives up when nothing was taken for so long.
    private static final long STUCK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final StoreLimits limits;
    private final LinkedBlockingQueue<TraceEvent> queue = new LinkedBlockingQueue<>();
    private final Semaphore hurry = new Semaphore(0);
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong droppedFrames = new AtomicLong();
    private final AtomicLong droppedNotes = new AtomicLong();
    private final AtomicLong droppedSpans = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();

    /// How often something was taken; under the lock.
    private long takes;

    /// Whether nothing was taken since somebody gave up waiting.
    private volatile boolean stuck;

    Intake(StoreLimits limits) {
        this.limits = limits;
    }

    /// It is the room before that counts: a large frame does not have to fit into what is left.
    void offer(TraceEvent event) {
        long weight = event.weight();
        if (bytes.getAndAdd(weight) < limit(event)) {
            queue.add(event);
            accepted.incrementAndGet();
        } else {
            bytes.addAndGet(-weight);
            droppedOf(event).incrementAndGet();
        }
    }

    private AtomicLong droppedOf(TraceEvent event) {
        return switch (event) {
            case Frame _ -> droppedFrames;
            case SpanNote _ -> droppedNotes;
            case SpanStarted _, SpanEnded _ -> droppedSpans;
        };
    }

    private long limit(TraceEvent event) {
        return switch (event) {
            case SpanEnded _ -> 2 * limits.queueBytes();
            case SpanStarted _ -> limits.queueBytes();
            default -> limits.queueBytes() / 4 * 3;
        };
    }

    /// Waits until no more than a quarter is full, or nothing moves.
    void awaitRoom() {
        if (tight() && !stuck) {
            lock.lock();
            try {
                awaitTaking();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                lock.unlock();
            }
        }
    }

    private void awaitTaking() throws InterruptedException {
        long left = STUCK_NANOS;
        while (tight() && !stuck) {
            long before = takes;
            left = room.awaitNanos(left);
            if (takes != before) {
                left = STUCK_NANOS;
            } else if (left <= 0) {
                stuck = true;
            }
        }
    }

    private boolean tight() {
        return bytes.get() > limits.queueBytes() / 4;
    }

    /// The next events, in order; empty if none came in time.
    List<TraceEvent> take(long waitMillis) throws InterruptedException {
        List<TraceEvent> batch = new ArrayList<>();
        TraceEvent event = queue.poll(waitMillis, TimeUnit.MILLISECONDS);
        if (event != null && queue.size() < BATCH) {
            gather();
        }
        long taken = 0;
        while (event != null) {
            batch.add(event);
            taken += event.weight();
            event = batch.size() < BATCH && taken < BATCH_BYTES ? queue.poll() : null;
        }
        if (taken > 0) {
            taken(taken);
        }
        return batch;
    }

    private void gather() throws InterruptedException {
        if (hurry.tryAcquire(GATHER_MILLIS, TimeUnit.MILLISECONDS)) {
            hurry.drainPermits();
        }
    }

    private void taken(long weight) {
        bytes.addAndGet(-weight);
        lock.lock();
        try {
            takes++;
            stuck = false;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Lets the batch under way, or else the next, be taken without waiting for more.
    void hurry() {
        hurry.release();
    }

    /// How many events were let in so far.
    long accepted() {
        return accepted.get();
    }

    /// How many were not.
    Dropped dropped() {
        return new Dropped(droppedFrames.get(), droppedNotes.get(), droppedSpans.get());
    }
}
