package dev.benchlight.app.cli;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Turns Ctrl+C into a cancelled call: while this is open, the process ends only after the call was
/// cancelled, the reply printed and the session closed. Thread-safe.
final class Interruption implements AutoCloseable {
    private static final int LONGEST_SECONDS = 10;
    private static final int SIGNAL_MILLISECONDS = 50;
    private static final Problem CANCELLED =
            Problem.of("cancelled", Layer.INPUT, "The call was cancelled.");

    private final CountDownLatch signalled = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;
    private @Nullable Runnable current;
    private boolean interrupted;

    Interruption() {
        hook = new Thread(this::onShutdown, "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Waits for a call that an interruption cancels. Ctrl+C reaches a server in the same terminal
    /// too, and what that does to the call counts as cancelled.
    <T> Outcome<T> await(Call<T> call) {
        boolean already;
        synchronized (this) {
            current = call::cancel;
            already = interrupted;
        }
        if (already) {
            call.cancel();
        }
        Outcome<T> outcome = call.await();
        boolean lost =
                outcome instanceof Outcome.TransportError<T>(Problem problem)
                        && problem.layer() == Layer.PROCESS;
        return lost && heardOf() ? new Outcome.Cancelled<>(CANCELLED) : outcome;
    }

    /// Does work that an interruption cancels.
    <T> T during(Runnable cancel, Supplier<T> work) {
        boolean already;
        synchronized (this) {
            current = cancel;
            already = interrupted;
        }
        if (already) {
            cancel.run();
        }
        try {
            return work.get();
        } finally {
            synchronized (this) {
                current = null;
            }
        }
    }

    /// What to say once it was interrupted; empty before.
    synchronized Optional<Problem> problem() {
        return interrupted ? Optional.of(CANCELLED) : Optional.empty();
    }

    /// The server may have died of the signal before this process noticed it.
    private boolean heardOf() {
        try {
            return signalled.await(SIGNAL_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// What Ctrl+C does.
    void interrupt() {
        Runnable cancel;
        synchronized (this) {
            interrupted = true;
            cancel = current;
        }
        signalled.countDown();
        if (cancel != null) {
            cancel.run();
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
