package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.RowSearch;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.ui.fx.FxBatcher;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Reads rows from the store on another thread, one search at a time. Lives on the JavaFX thread.
final class RowReading {
    private static final int PAGE = 500;
    private final TraceStore store;
    private final FxBatcher fx;

    /// Grows with every search, so that an older one finds out that it is not wanted any more.
    private final AtomicInteger current = new AtomicInteger();

    private boolean running;

    RowReading(TraceStore store, FxBatcher fx) {
        this.store = store;
        this.fx = fx;
    }

    boolean isRunning() {
        return running;
    }

    void cancel() {
        current.incrementAndGet();
        running = false;
    }

    /// Looks for the newest rows until there are enough for a page, or no more. A search that runs
    /// is cancelled.
    ///
    /// @param found hears of what there is as it is found, on the JavaFX thread
    void start(RowSearch search, OptionalLong before, Consumer<RowSearch.Found> found) {
        cancel();
        running = true;
        int own = current.get();
        Thread.ofVirtual().name("traces-search").start(() -> read(own, search, before, found));
    }

    private void read(
            int own, RowSearch search, OptionalLong before, Consumer<RowSearch.Found> found) {
        int wanted = PAGE;
        OptionalLong from = before;
        while (own == current.get()) {
            RowSearch.Found some = store.search(search, from, wanted);
            wanted -= some.rows().size();
            from = some.next();
            boolean last = wanted <= 0 || from.isEmpty();
            if (last || !some.rows().isEmpty()) {
                fx.run(() -> tell(own, some, last, found));
            }
            if (last) {
                return;
            }
        }
    }

    private void tell(
            int own, RowSearch.Found some, boolean last, Consumer<RowSearch.Found> found) {
        if (own == current.get()) {
            running = !last;
            found.accept(some);
        }
    }
}
