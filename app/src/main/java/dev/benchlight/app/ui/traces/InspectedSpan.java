package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.trace.SpanId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Which span is inspected: loads it on virtual threads, and again whenever it changes. What was
/// asked for before the newest selection is not handed on. Thread-safe.
final class InspectedSpan implements AutoCloseable {
    private final TraceStore store;
    private final Consumer<Runnable> window;
    private final Consumer<Optional<Inspected>> view;
    private final Runnable unsubscribe;
    private final AtomicLong asked = new AtomicLong();
    private volatile @Nullable SpanId selected;
    private long shown;

    /// @param window runs a task on the thread that `view` is to be called on
    /// @param view takes what to show; empty if the store has no such span
    InspectedSpan(TraceStore store, Consumer<Runnable> window, Consumer<Optional<Inspected>> view) {
        this.store = store;
        this.window = window;
        this.view = view;
        unsubscribe = store.subscribe(this::changed);
    }

    void select(SpanId id) {
        selected = id;
        load(id);
    }

    private void changed(List<TraceRow> rows) {
        SpanId id = selected;
        if (id != null
                && rows.stream().anyMatch(row -> row.id().equals(id) || id.equals(row.parent()))) {
            load(id);
        }
    }

    private void load(SpanId id) {
        long number = asked.incrementAndGet();
        Thread.ofVirtual()
                .name("inspector")
                .start(() -> {
                    store.flush();
                    if (id.equals(selected)) {
                        var found = store.find(id.value()).map(Inspected::of);
                        window.accept(() -> show(id, number, found));
                    }
                });
    }

    /// Two loads of one span may end in another order than they began.
    private void show(SpanId id, long number, Optional<Inspected> found) {
        if (id.equals(selected) && number > shown) {
            shown = number;
            view.accept(found);
        }
    }

    @Override
    public void close() {
        unsubscribe.run();
    }
}
