package dev.benchlight.app.connections;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets time pass before a server is started again. Thread-safe.
@FunctionalInterface
public interface RestartPause {
    /// As long as it says.
    RestartPause REAL = (time, over) -> !over.await(time.toMillis(), TimeUnit.MILLISECONDS);

    /// Nothing is started again.
    RestartPause NEVER = (_, _) -> false;

    /// Waits.
    ///
    /// @param over reaches zero when there is nothing to wait for any more
    /// @return whether to start
    boolean take(Duration time, CountDownLatch over) throws InterruptedException;
}
