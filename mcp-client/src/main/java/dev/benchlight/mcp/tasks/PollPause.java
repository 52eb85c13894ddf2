package dev.benchlight.mcp.tasks;

import java.time.Duration;

/// How long to wait before a task is asked for again ("Task Polling"): as long as the server says,
/// within bounds; more each time where it says nothing; and up to a tenth longer, so that many
/// tasks are not asked for at once.
public final class PollPause {
    public static final Duration SHORTEST = Duration.ofMillis(200);
    public static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration MOST_UNSAID = Duration.ofSeconds(10);
    private static final double GROWTH = 1.5;
    private static final double JITTER = 0.1;

    private PollPause() {}

    /// @param polls how many there were
    /// @param chance from 0 to 1
    public static Duration of(Task task, int polls, double chance) {
        long wanted = task.pollMillis().orElse(-1);
        long millis =
                wanted < 0
                        ? unsaid(polls)
                        : Math.clamp(wanted, SHORTEST.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(millis + Math.round((double) millis * JITTER * chance));
    }

    private static long unsaid(int polls) {
        double grown = (double) FIRST.toMillis() * Math.pow(GROWTH, Math.min(polls, 20));
        return Math.min(Math.round(grown), MOST_UNSAID.toMillis());
    }
}
