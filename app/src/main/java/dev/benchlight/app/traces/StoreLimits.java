package dev.benchlight.app.traces;

/// What a store holds at most.
///
/// @param queueEvents events waiting to be written; frames and notes are dropped at three quarters
/// @param queueBytes frame bytes waiting to be written
/// @param connectionBytes frame bytes kept of one connection; beyond it the oldest frames lose
///   theirs
/// @param fileBytes size of the database, above which the oldest spans go
/// @param memoryBytes the same where the database is not in a file
public record StoreLimits(
        int queueEvents, long queueBytes, long connectionBytes, long fileBytes, long memoryBytes) {

    public static final StoreLimits DEFAULT =
            new StoreLimits(65_536, 128L << 20, 100L << 20, 2L << 30, 256L << 20);
}
