package dev.benchlight.app.traces;

import dev.benchlight.trace.SpanId;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Gathers changed rows and hands them on at most ten times a second. Used by the writer alone, but
/// for the list of listeners.
final class LiveRows {
    private static final long INTERVAL_NANOS = 100_000_000;
    private static final int HELD = 10_000;

    private final CopyOnWriteArrayList<Consumer<List<TraceRow>>> listeners =
            new CopyOnWriteArrayList<>();
    private final LinkedHashMap<SpanId, TraceRow> changed = new LinkedHashMap<>();
    private long published = System.nanoTime() - INTERVAL_NANOS;

    Runnable subscribe(Consumer<List<TraceRow>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void changed(Collection<TraceRow> rows) {
        if (listeners.isEmpty()) {
            return;
        }
        rows.forEach(row -> changed.put(row.id(), row));
        while (changed.size() > HELD) {
            changed.pollFirstEntry();
        }
    }

    boolean waiting() {
        return !changed.isEmpty();
    }

    void publish(boolean now) {
        long time = System.nanoTime();
        if (changed.isEmpty() || (!now && time - published < INTERVAL_NANOS)) {
            return;
        }
        published = time;
        List<TraceRow> rows = List.copyOf(changed.values());
        changed.clear();
        RuntimeException fault = null;
        for (Consumer<List<TraceRow>> listener : listeners) {
            try {
                listener.accept(rows);
            } catch (RuntimeException e) {
                // The others are told all the same.
                fault = e;
            }
        }
        if (fault != null) {
            throw fault;
        }
    }
}
