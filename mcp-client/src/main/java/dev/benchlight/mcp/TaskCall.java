package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceId;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/// A call of several steps, run on a virtual thread. Cancelling interrupts the step that waits.
final class TaskCall<T> implements Call<T> {
    private final SpanId span;
    private final TraceId trace;
    private final CompletableFuture<Outcome<T>> done = new CompletableFuture<>();
    private final Thread thread;

    private TaskCall(SpanId span, TraceId trace, String name, Supplier<Outcome<T>> task) {
        this.span = span;
        this.trace = trace;
        thread =
                Thread.ofVirtual()
                        .name(name)
                        .unstarted(() -> {
                            try {
                                done.complete(task.get());
                            } catch (RuntimeException | Error e) {
                                done.completeExceptionally(e);
                                throw e;
                            }
                        });
    }

    /// @param task its outcome is the call's
    static <T> TaskCall<T> start(
            SpanId span, TraceId trace, String name, Supplier<Outcome<T>> task) {
        TaskCall<T> call = new TaskCall<>(span, trace, name, task);
        call.thread.start();
        return call;
    }

    @Override
    public SpanId span() {
        return span;
    }

    @Override
    public TraceId trace() {
        return trace;
    }

    @Override
    public Outcome<T> await() {
        try {
            return done.get();
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            return done.join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void cancel() {
        thread.interrupt();
    }
}
