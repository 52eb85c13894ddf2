package dev.benchlight.mcp.rpc;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongUnaryOperator;

/// Wakes when the earliest deadline has come. A deadline that is met costs nothing: what is due is
/// looked up only on waking. Times are offsets from one origin, in nanoseconds. Thread-safe.
final class Deadlines {
    private static final long AFTER_A_BUG = 100_000_000;

    private final Ticker ticker;
    private final long origin;
    private final LongUnaryOperator sweep;
    private final Thread thread;
    private long wake = Long.MAX_VALUE;
    private volatile boolean stopped;

    /// @param sweep ends what is due at the given time, and returns nanoseconds from then to the
    ///   next deadline, or [Long#MAX_VALUE]
    Deadlines(String name, Ticker ticker, LongUnaryOperator sweep) {
        this.ticker = ticker;
        origin = ticker.nanos();
        this.sweep = sweep;
        thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// @param nanoTime a deadline by the [Ticker]
    void expect(long nanoTime) {
        long due = nanoTime - origin;
        synchronized (this) {
            if (due >= wake) {
                return;
            }
            wake = due;
        }
        LockSupport.unpark(thread);
    }

    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    /// A bug in what ends one call must not keep the others from ending: it is swept again.
    private long swept(long now) {
        try {
            return sweep.applyAsLong(now);
        } catch (RuntimeException | Error e) {
            Thread.currentThread()
                    .getUncaughtExceptionHandler()
                    .uncaughtException(Thread.currentThread(), e);
            return AFTER_A_BUG;
        }
    }

    private void run() {
        while (!stopped) {
            synchronized (this) {
                wake = Long.MAX_VALUE;
            }
            long now = ticker.nanos();
            long left = swept(now);
            long due;
            synchronized (this) {
                if (left != Long.MAX_VALUE) {
                    wake = Math.min(wake, now - origin + left);
                }
                due = wake;
            }
            if (due == Long.MAX_VALUE) {
                LockSupport.park(this);
            } else {
                ticker.park(due - (ticker.nanos() - origin));
            }
        }
    }
}
