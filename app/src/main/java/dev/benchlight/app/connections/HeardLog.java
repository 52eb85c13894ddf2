package dev.benchlight.app.connections;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The newest notifications of a server's, and how many there were in all. Bounded in number and in
/// what is kept of each, since a server may send as many and as large ones as it likes; all of them
/// stand in the trace. Thread-safe; no method blocks.
public final class HeardLog {
    /// As many are kept.
    public static final int MOST = 10_000;

    private static final int LONGEST = 1_000;
    private static final Duration TELLING = Duration.ofMillis(100);

    private final Deque<Heard> newest = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Coalescer telling =
            new Coalescer(TELLING, () -> listeners.forEach(Runnable::run));
    private final int most;
    private long total;

    /// A notification as it is kept.
    ///
    /// @param number from 1, in the order in which they came
    /// @param level of a log message, else empty
    /// @param logger of a log message, else empty
    /// @param text the data of a log message, else the parameters as JSON; cut where it is long
    public record Heard(
            long number, Instant at, String method, String level, String logger, String text) {}

    public HeardLog() {
        this(MOST);
    }

    HeardLog(int most) {
        this.most = most;
    }

    /// Takes in another one.
    public void take(String method, JsonNode params) {
        boolean log = method.equals("notifications/message");
        String level = log ? cut(params.path("level").asString("")) : "";
        String logger = log ? cut(params.path("logger").asString("")) : "";
        String text = BriefJson.of(log ? params.path("data") : params, LONGEST);
        Instant now = Instant.now();
        synchronized (newest) {
            total++;
            newest.addLast(new Heard(total, now, cut(method), level, logger, text));
            if (newest.size() > most) {
                newest.removeFirst();
            }
        }
        telling.signal();
    }

    private static String cut(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }

    /// How many there were, kept or not.
    public long total() {
        synchronized (newest) {
            return total;
        }
    }

    /// Those that are kept and came after a number, oldest first.
    public List<Heard> after(long number) {
        synchronized (newest) {
            List<Heard> late = new ArrayList<>();
            var backwards = newest.descendingIterator();
            while (backwards.hasNext()) {
                Heard heard = backwards.next();
                if (heard.number() <= number) {
                    break;
                }
                late.add(heard);
            }
            return late.reversed();
        }
    }

    /// Calls `listener` after new ones came, on any thread, ten times a second at most; it must not
    /// block.
    ///
    /// @return ends it
    public Runnable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
