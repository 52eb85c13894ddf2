package dev.benchlight.mcp.rpc;

import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceId;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// A call whose outcome comes later, from whichever thread completes it first. Thread-safe.
public abstract class AwaitedCall<T> implements Call<T> {
    private final SpanId span;
    private final TraceId trace;
    private final long started = System.nanoTime();
    private final CompletableFuture<Outcome<T>> done = new CompletableFuture<>();
    private volatile CallMetrics metrics = CallMetrics.NONE;

    protected AwaitedCall(SpanId span, TraceId trace) {
        this.span = span;
        this.trace = trace;
    }

    /// Lets those who wait go on.
    protected final void complete(Outcome<T> outcome) {
        complete(outcome, CallMetrics.since(started));
    }

    /// As the other, with metrics that are known better.
    protected final void complete(Outcome<T> outcome, CallMetrics known) {
        metrics = known;
        done.complete(outcome);
    }

    /// Passes a bug on to those who wait.
    protected final void broken(Throwable bug) {
        done.completeExceptionally(bug);
    }

    @Override
    public final SpanId span() {
        return span;
    }

    @Override
    public final TraceId trace() {
        return trace;
    }

    @Override
    public final CallMetrics metrics() {
        return metrics;
    }

    @Override
    public final Outcome<T> await() {
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
}
