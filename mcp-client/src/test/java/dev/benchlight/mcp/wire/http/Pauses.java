package dev.benchlight.mcp.wire.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Writes down how long was to be paused instead of pausing, and ends it all after so many.
class Pauses extends Cancellation {
    private final int most;
    private final List<Duration> taken = new ArrayList<>();

    Pauses(int most) {
        this.most = most;
    }

    @Override
    boolean pause(Duration duration) {
        taken.add(duration);
        return taken.size() >= most;
    }

    List<Long> millis() {
        return taken.stream().map(Duration::toMillis).toList();
    }
}
