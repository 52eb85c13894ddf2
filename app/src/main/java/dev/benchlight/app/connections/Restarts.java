package dev.benchlight.app.connections;

import java.time.Duration;
import java.util.Optional;

/// When a server's process that ended by itself is started again: after one, four and sixteen
/// seconds, and not any more until one has lived for a while. Immutable.
///
/// @param done how many times it was started again already
record Restarts(int done) {
    static final Restarts NONE = new Restarts(0);
    static final int MOST = 3;
    private static final Duration SETTLED = Duration.ofMinutes(1);

    /// What to wait before the next start, or empty to leave it at that.
    Optional<Duration> pause() {
        return done < MOST ? Optional.of(Duration.ofSeconds(1L << (2 * done))) : Optional.empty();
    }

    Restarts next() {
        return new Restarts(done + 1);
    }

    /// @param lived how long the server was ready
    Restarts after(Duration lived) {
        return lived.compareTo(SETTLED) < 0 ? this : NONE;
    }
}
