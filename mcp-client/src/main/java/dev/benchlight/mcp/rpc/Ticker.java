package dev.benchlight.mcp.rpc;

import java.util.concurrent.locks.LockSupport;

/// A monotonic clock, and waiting by it. Thread-safe.
interface Ticker {
    Ticker SYSTEM =
            new Ticker() {
                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public void park(long nanos) {
                    LockSupport.parkNanos(this, nanos);
                }
            };

    /// As [System#nanoTime()].
    long nanos();

    /// Waits so long, or until the thread is unparked; may return early.
    void park(long nanos);
}
