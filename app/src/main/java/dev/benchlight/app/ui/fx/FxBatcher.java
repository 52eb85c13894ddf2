package dev.benchlight.app.ui.fx;

import javafx.application.Platform;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/// The one crossing to the JavaFX thread: work queued from any thread runs there in order, in
/// batches. A batch that takes longer than a frame's share is continued after the next pulse.
/// Thread-safe.
public final class FxBatcher {
    private static final long BUDGET_NANOS = 8_000_000;

    private final ConcurrentLinkedQueue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();

    /// Runs `task` on the JavaFX thread, soon; never at once, even when called there.
    public void run(Runnable task) {
        queue.add(task);
        schedule();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            Platform.runLater(this::drain);
        }
    }

    private void drain() {
        long start = System.nanoTime();
        scheduled.set(false);
        try {
            for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
                task.run();
                if (System.nanoTime() - start > BUDGET_NANOS) {
                    break;
                }
            }
        } finally {
            if (!queue.isEmpty()) {
                schedule();
            }
        }
    }
}
