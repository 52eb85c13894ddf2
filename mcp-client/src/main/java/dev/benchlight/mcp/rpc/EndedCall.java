package dev.benchlight.mcp.rpc;

import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceId;

/// A call that was over before it was returned.
public record EndedCall<T>(SpanId span, TraceId trace, Outcome<T> outcome, CallMetrics metrics)
        implements Call<T> {
    /// A call that took nothing.
    public EndedCall(SpanId span, TraceId trace, Outcome<T> outcome) {
        this(span, trace, outcome, CallMetrics.NONE);
    }

    @Override
    public Outcome<T> await() {
        return outcome;
    }

    @Override
    public void cancel() {}
}
