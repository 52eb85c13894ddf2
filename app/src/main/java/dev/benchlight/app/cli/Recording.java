package dev.benchlight.app.cli;

import dev.benchlight.app.traces.Redactor;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.mcp.Warning;
import dev.benchlight.trace.TraceEvent;
import dev.benchlight.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/// Records into the trace store, which is opened on another thread while the server starts; events
/// wait until it is open. Thread-safe.
final class Recording implements TraceRecorder, AutoCloseable {
    /// Memory of the events that wait until the store is open ([TraceEvent#weight()]).
    private static final long MOST_WAITING = 64L << 20;

    /// From here on who reads waits for the store to open, but not for long.
    private static final long MANY_WAITING = 16L << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<TraceEvent> seen = new ArrayList<>();
    private final @Nullable Thread opener;
    private @Nullable TraceStore store;
    private @Nullable String failure;
    private final Consumer<String> late;
    private volatile Set<String> told = Set.of();
    private long waiting;
    private long unkept;
    private volatile boolean impatient;
    private boolean failed;

    /// @param data null to record nothing
    /// @param redactor knows what is not to be recorded
    /// @param late hears at the end what [#warnings()] could not know yet
    Recording(@Nullable DataFolder data, Redactor redactor, Consumer<String> late) {
        this.late = late;
        opener = data == null ? null : Thread.ofVirtual().start(() -> open(data, redactor));
        failed = data == null;
    }

    @Override
    public synchronized void record(TraceEvent event) {
        TraceStore open = store;
        if (open != null) {
            open.record(event);
        } else if (!failed && waiting < MOST_WAITING) {
            seen.add(event);
            waiting += event.weight();
        } else if (!failed) {
            unkept++;
        }
    }

    @Override
    public void awaitRoom() {
        TraceStore open;
        boolean many;
        synchronized (this) {
            open = store;
            many = waiting > MANY_WAITING;
        }
        if (open != null) {
            open.awaitRoom();
        } else if (many && opener != null && !impatient) {
            impatient = !joined(opener);
        }
    }

    private static boolean joined(Thread opener) {
        try {
            return opener.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// What was wrong with the store so far. Waits until it is open. How much was dropped is said
    /// at the end, once.
    List<Warning> warnings() {
        join();
        List<String> notices = notices(TraceStore::lasting);
        told = Set.copyOf(notices);
        return notices.stream()
                .map(notice -> new Warning("trace-store", notice, 1, List.of()))
                .toList();
    }

    /// Whether what is recorded can be looked up later. Waits until the store is open.
    boolean isKept() {
        join();
        synchronized (this) {
            return store != null && !store.inMemoryOnly();
        }
    }

    private synchronized List<String> notices(Function<TraceStore, List<String>> ofStore) {
        List<String> notices = new ArrayList<>();
        if (failure != null) {
            notices.add(failure);
        }
        if (unkept > 0) {
            notices.add(
                    "%,d events came before the trace store was open and are not recorded."
                            .formatted(unkept));
        }
        if (store != null) {
            notices.addAll(ofStore.apply(store));
        }
        return notices;
    }

    private void open(DataFolder data, Redactor redactor) {
        TraceStore opened = null;
        String problem = null;
        try {
            opened =
                    data.writable()
                            ? TraceStore.open(data.path(), redactor)
                            : TraceStore.inMemory(redactor);
        } catch (RuntimeException | LinkageError e) {
            problem = "This run is not recorded, since the trace store does not open: " + e + ".";
        }
        synchronized (this) {
            store = opened;
            failure = problem;
            failed = opened == null;
            if (opened != null) {
                seen.forEach(opened::record);
            }
            seen.clear();
            waiting = 0;
        }
    }

    private void join() {
        try {
            if (opener != null) {
                opener.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits until everything is stored.
    @Override
    public void close() {
        join();
        TraceStore open;
        synchronized (this) {
            open = store;
        }
        if (open != null) {
            open.close();
        }
        notices(TraceStore::notices).stream()
                .filter(notice -> !told.contains(notice))
                .forEach(late);
    }
}
