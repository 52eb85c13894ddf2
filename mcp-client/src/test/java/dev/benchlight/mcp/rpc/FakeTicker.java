package dev.benchlight.mcp.rpc;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A clock that goes on only when it is told to, and then wakes all who wait by it.
final class FakeTicker implements Ticker {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final Set<Thread> readers = ConcurrentHashMap.newKeySet();

    @Override
    public long nanos() {
        readers.add(Thread.currentThread());
        return nanos.get();
    }

    @Override
    public void park(long duration) {
        LockSupport.park(this);
    }

    void advance(Duration duration) {
        nanos.addAndGet(duration.toNanos());
        readers.forEach(LockSupport::unpark);
    }
}
