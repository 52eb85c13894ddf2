package dev.benchlight.mcp.rpc;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

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

    /// How many nanoseconds of the time that passed so far do not count against who is to answer:
    /// what came was not read, for reasons of our own.
    default long held() {
        return 0;
    }

    /// The same clock, of whose time so much is held.
    default Ticker holding(LongSupplier nanos) {
        Ticker clock = this;
        return new Ticker() {
            @Override
            public long nanos() {
                return clock.nanos();
            }

            @Override
            public void park(long duration) {
                clock.park(duration);
            }

            @Override
            public long held() {
                return nanos.getAsLong();
            }
        };
    }

    /// Waits so long, or until the thread is unparked; may return early.
    void park(long nanos);
}
