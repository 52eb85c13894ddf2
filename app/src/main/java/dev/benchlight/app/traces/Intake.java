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

/// The bounded queue between those who record and the writer. What does not fit is counted, not
/// waited for; the end of a span is let in where its start was. Many may offer, one takes.
final class Intake {
    private static final int BATCH = 4_000;
    private static final long BATCH_BYTES = 16L << 20;

    /// How long a batch is gathered, so that the writer does not compete with what it records.
    private static final long GATHER_MILLIS = 25;

    private final StoreLimits limits;
    private final LinkedBlockingQueue<TraceEvent> queue;
    private final Semaphore hurry = new Semaphore(0);
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong droppedFrames = new AtomicLong();
    private final AtomicLong droppedNotes = new AtomicLong();
    private final AtomicLong droppedSpans = new AtomicLong();

    Intake(StoreLimits limits) {
        this.limits = limits;
        this.queue = new LinkedBlockingQueue<>(2 * limits.queueEvents());
    }

    void offer(TraceEvent event) {
        long size = size(event);
        long waiting = bytes.addAndGet(size);
        boolean fits = queue.size() < limit(event) && (size == 0 || waiting <= limits.queueBytes());
        if (fits && queue.offer(event)) {
            accepted.incrementAndGet();
        } else {
            bytes.addAndGet(-size);
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

    private int limit(TraceEvent event) {
        return switch (event) {
            case SpanEnded _ -> 2 * limits.queueEvents();
            case SpanStarted _ -> limits.queueEvents();
            default -> limits.queueEvents() / 4 * 3;
        };
    }

    private static long size(TraceEvent event) {
        return event instanceof Frame frame ? frame.bytes().length : 0;
    }

    /// The next events, in order; empty if none came in time.
    List<TraceEvent> take(long waitMillis) throws InterruptedException {
        List<TraceEvent> batch = new ArrayList<>();
        TraceEvent event = queue.poll(waitMillis, TimeUnit.MILLISECONDS);
        if (event != null && hurry.tryAcquire(GATHER_MILLIS, TimeUnit.MILLISECONDS)) {
            hurry.drainPermits();
        }
        long taken = 0;
        while (event != null) {
            batch.add(event);
            taken += size(event);
            event = batch.size() < BATCH && taken < BATCH_BYTES ? queue.poll() : null;
        }
        bytes.addAndGet(-taken);
        return batch;
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
