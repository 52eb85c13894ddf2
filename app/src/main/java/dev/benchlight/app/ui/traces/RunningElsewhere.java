package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.RowSearch;
import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.ui.fx.FxBatcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// Rows that another Benchlight on the same store has under way. The store tells only of its own,
/// so these are looked up again until they have ended. Lives on the JavaFX thread.
public final class RunningElsewhere {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final TraceStore store;
    private final FxBatcher fx;
    private final Consumer<List<TraceRow>> changed;
    private final Map<Long, TraceRow> running = new HashMap<>();
    private boolean looking;
    private volatile boolean closed;

    /// @param changed given rows as they are now
    public RunningElsewhere(TraceStore store, FxBatcher fx, Consumer<List<TraceRow>> changed) {
        this.store = store;
        this.fx = fx;
        this.changed = changed;
    }

    /// Follows those of the rows that were read from the store while they ran.
    public void read(List<TraceRow> rows) {
        for (TraceRow row : rows) {
            if (row.status() == null) {
                running.putIfAbsent(row.sequence(), row);
            }
        }
        look();
    }

    /// Leaves alone what the store itself tells of.
    public void told(List<TraceRow> rows) {
        rows.forEach(row -> running.remove(row.sequence()));
    }

    public void close() {
        closed = true;
    }

    private void look() {
        if (!looking && !running.isEmpty() && !closed) {
            looking = true;
            List<TraceRow> before = List.copyOf(running.values());
            Thread.ofVirtual().name("running-elsewhere").start(() -> look(before));
        }
    }

    private void look(List<TraceRow> before) {
        List<TraceRow> now = new ArrayList<>();
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            return;
        }
        for (TraceRow row : before) {
            if (!closed) {
                OptionalLong next = OptionalLong.of(row.sequence() + 1);
                now.addAll(store.search(RowSearch.ALL, next, 1).rows());
            }
        }
        fx.run(() -> looked(before, now));
    }

    private void looked(List<TraceRow> before, List<TraceRow> now) {
        looking = false;
        Map<Long, TraceRow> found = new HashMap<>();
        now.forEach(row -> found.put(row.sequence(), row));
        List<TraceRow> news = new ArrayList<>();
        for (TraceRow row : before) {
            TraceRow is = found.get(row.sequence());
            boolean ours = !running.containsKey(row.sequence());
            if (!ours && is != null && !is.equals(row)) {
                news.add(is);
                running.put(row.sequence(), is);
            }
            if (is == null || is.status() != null) {
                running.remove(row.sequence());
            }
        }
        if (!news.isEmpty() && !closed) {
            changed.accept(news);
        }
        look();
    }
}
