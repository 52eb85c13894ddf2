package dev.benchlight.app.cli;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.Outcome;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns Ctrl+C into a cancelled call: while this is open, the process ends only after the call was
/// cancelled, the reply printed and the session closed. Thread-safe.
final class Interruption implements AutoCloseable {
    private static final int LONGEST_SECONDS = 10;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;
    private @Nullable Call<?> current;
    private boolean interrupted;

    Interruption() {
        hook = new Thread(this::onShutdown, "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Waits for a call that an interruption cancels.
    <T> Outcome<T> await(Call<T> call) {
        boolean already;
        synchronized (this) {
            current = call;
            already = interrupted;
        }
        if (already) {
            call.cancel();
        }
        return call.await();
    }

    /// What Ctrl+C does.
    void interrupt() {
        Call<?> call;
        synchronized (this) {
            interrupted = true;
            call = current;
        }
        if (call != null) {
            call.cancel();
        }
    }

    private void onShutdown() {
        interrupt();
        try {
            boolean ended = finished.await(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                Runtime.getRuntime().halt(Exit.CANCELLED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook runs already, and was just released.
            assert finished.getCount() == 0;
        }
    }
}
