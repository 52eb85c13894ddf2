package dev.benchlight.trace;

import java.time.Duration;
import java.time.Instant;

/// A point in time: the wall clock, for people, and a monotonic offset, for durations. The wall
/// clock may jump; `nanos` (of [System#nanoTime()]) never goes back within one process.
public record Moment(Instant wall, long nanos) {
    public static Moment now() {
        return new Moment(Instant.now(), System.nanoTime());
    }

    /// The time from this moment to a later one of the same process, never negative.
    public Duration until(Moment later) {
        return Duration.ofNanos(Math.max(0, later.nanos - nanos));
    }
}
