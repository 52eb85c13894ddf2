package dev.benchlight.mcp.rpc;

import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceId;

/// A request under way. It was sent, or is about to be, when this is returned. Thread-safe.
public interface Call<T> {
    /// The span it is recorded as.
    SpanId span();

    /// The trace that span belongs to.
    TraceId trace();

    /// Waits for the outcome; never longer than the call's deadlines allow. Interrupting the
    /// waiting thread cancels the call.
    Outcome<T> await();

    /// What it took; zeros as long as there is no outcome.
    CallMetrics metrics();

    /// Ends the call and tells the server. Has no effect once there is an outcome.
    void cancel();
}
