package dev.benchlight.app.connections;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/// Turns bursts of signals into runs of an action that begin at least an interval apart. A signal
/// is never lost: a run begins after it. Thread-safe; signalling does not block.
final class Coalescer {
    private final Duration interval;
    private final Runnable action;
    private final AtomicBoolean pending = new AtomicBoolean();

    /// @param action quick; runs on a virtual thread
    Coalescer(Duration interval, Runnable action) {
        this.interval = interval;
        this.action = action;
    }

    void signal() {
        if (pending.compareAndSet(false, true)) {
            Thread.ofVirtual().name("coalescer").start(this::run);
        }
    }

    private void run() {
        try {
            Thread.sleep(interval);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pending.set(false);
        action.run();
    }
}
