package dev.benchlight.mcp.rpc;

import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceId;

/// A call that was over before it was returned.
public record EndedCall<T>(SpanId span, TraceId trace, Outcome<T> outcome) implements Call<T> {
    @Override
    public Outcome<T> await() {
        return outcome;
    }

    @Override
    public CallMetrics metrics() {
        return CallMetrics.NONE;
    }

    @Override
    public void cancel() {}
}
