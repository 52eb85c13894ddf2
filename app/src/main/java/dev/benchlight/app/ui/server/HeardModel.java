package dev.benchlight.app.ui.server;

import dev.benchlight.app.connections.HeardLog;
import dev.benchlight.app.connections.HeardLog.Heard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Which of a server's notifications a list shows. Lives on one thread.
final class HeardModel {
    /// From least to most severe ("Logging").
    static final List<String> LEVELS =
            List.of(
                    "debug",
                    "info",
                    "notice",
                    "warning",
                    "error",
                    "critical",
                    "alert",
                    "emergency");

    private final HeardLog log;
    private final Deque<Heard> kept = new ArrayDeque<>();
    private long last;
    private String filter = "";
    private int least;

    HeardModel(HeardLog log) {
        this.log = log;
    }

    /// Takes in what came since.
    ///
    /// @return those of it that are to be shown, oldest first
    List<Heard> fresh() {
        List<Heard> came = log.after(last);
        for (Heard heard : came) {
            kept.addLast(heard);
            if (kept.size() > HeardLog.MOST) {
                kept.removeFirst();
            }
            last = heard.number();
        }
        return came.stream().filter(this::fits).toList();
    }

    /// All that is to be shown, oldest first.
    List<Heard> all() {
        return kept.stream().filter(this::fits).toList();
    }

    void setFilter(String text) {
        filter = text.strip().toLowerCase(Locale.ROOT);
    }

    /// @param level the least severe one that is shown; empty for all
    void setLeast(String level) {
        least = Math.max(0, LEVELS.indexOf(level));
    }

    /// Forgets what was shown so far.
    void clear() {
        fresh();
        kept.clear();
    }

    /// How many there were, kept or not.
    long total() {
        return log.total();
    }

    private static String kind(Heard heard) {
        return heard.level().isEmpty() ? heard.method() : heard.level();
    }

    /// A level that nobody knows is shown always.
    private boolean fits(Heard heard) {
        int level = LEVELS.indexOf(heard.level());
        return (level < 0 || level >= least)
                && (filter.isEmpty()
                        || Stream.of(kind(heard), heard.logger(), heard.text())
                                .anyMatch(t -> t.toLowerCase(Locale.ROOT).contains(filter)));
    }
}
