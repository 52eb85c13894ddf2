package dev.benchlight.app.traces;

import dev.benchlight.trace.TraceEvent;

/// What a store holds at most.
///
/// @param queueBytes memory of the events waiting to be written ([TraceEvent#weight()]): at a
///   quarter of it those who read are slowed down, at three quarters frames and notes are dropped
/// @param connectionBytes frame bytes kept of one connection; beyond it the oldest frames lose
///   theirs
/// @param fileBytes size of the database, above which the oldest spans go
/// @param memoryBytes the same where the database is not in a file
public record StoreLimits(long queueBytes, long connectionBytes, long fileBytes, long memoryBytes) {

    public static final StoreLimits DEFAULT =
            new StoreLimits(128L << 20, 100L << 20, 2L << 30, 256L << 20);
}
