package dev.benchlight.trace;

/// Where events go. An implementation never blocks, never throws and never calls back into what
/// records; it is bounded, and counts what it drops. Every [SpanStarted] is followed by one
/// [SpanEnded] of the same id. Safe for use by many threads.
@FunctionalInterface
public interface TraceRecorder {
    /// Records nothing.
    TraceRecorder NONE = event -> {};

    void record(TraceEvent event);

    /// A recorder that passes every event to both.
    default TraceRecorder and(TraceRecorder other) {
        return event -> {
            record(event);
            other.record(event);
        };
    }
}
