package dev.benchlight.app.connections;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Turns bursts of signals into runs of an action that begin at least an interval apart. A signal
/// is never lost: a run begins after it. Thread-safe; signalling does not block.
final class Coalescer {
    private final Executor later;
    private final Runnable action;
    private final AtomicBoolean pending = new AtomicBoolean();

    /// @param action quick; runs on a virtual thread
    Coalescer(Duration interval, Runnable action) {
        this.later =
                CompletableFuture.delayedExecutor(
                        interval.toMillis(),
                        TimeUnit.MILLISECONDS,
                        task -> Thread.ofVirtual().name("coalescer").start(task));
        this.action = action;
    }

    void signal() {
        if (pending.compareAndSet(false, true)) {
            later.execute(this::run);
        }
    }

    private void run() {
        pending.set(false);
        action.run();
    }
}
