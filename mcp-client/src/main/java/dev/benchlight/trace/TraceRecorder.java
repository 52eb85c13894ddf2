package dev.benchlight.trace;

/// Where events go. To record never blocks, never throws and never calls back into what records; it
/// is bounded, and what is dropped is counted. Every [SpanStarted] is followed by one [SpanEnded]
/// of the same id. Safe for use by many threads.
@FunctionalInterface
public interface TraceRecorder {
    /// Records nothing.
    TraceRecorder NONE = event -> {};

    void record(TraceEvent event);

    /// Waits for a moment while too much is waiting to be stored. For a thread that reads what a
    /// peer sends, between two messages and holding no lock: a peer that floods is then slowed down
    /// by its pipe or socket before anything has to be dropped. It gives up where nothing moves.
    default void awaitRoom() {}

    /// A recorder that passes every event to both.
    default TraceRecorder and(TraceRecorder other) {
        TraceRecorder first = this;
        return new TraceRecorder() {
            @Override
            public void record(TraceEvent event) {
                first.record(event);
                other.record(event);
            }

            @Override
            public void awaitRoom() {
                first.awaitRoom();
                other.awaitRoom();
            }
        };
    }
}
