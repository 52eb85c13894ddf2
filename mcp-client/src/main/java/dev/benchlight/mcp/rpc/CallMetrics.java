package dev.benchlight.mcp.rpc;

import java.time.Duration;

/// What a call took, as its span tells it too.
///
/// @param duration from its start to its end
/// @param bytesSent of its request's message; 0 for a call of several requests
/// @param bytesReceived of the answer's message; 0 for a call of several requests
public record CallMetrics(Duration duration, long bytesSent, long bytesReceived) {
    public static final CallMetrics NONE = new CallMetrics(Duration.ZERO, 0, 0);

    /// What both took together.
    public CallMetrics plus(CallMetrics other) {
        return new CallMetrics(
                duration.plus(other.duration),
                bytesSent + other.bytesSent,
                bytesReceived + other.bytesReceived);
    }

    /// @param startNanos by [System#nanoTime()]
    static CallMetrics since(long startNanos) {
        return new CallMetrics(Duration.ofNanos(System.nanoTime() - startNanos), 0, 0);
    }
}
