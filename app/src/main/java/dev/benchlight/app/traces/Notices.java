package dev.benchlight.app.traces;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Sentences on what goes wrong in a store, for who asks later and for who listens. Thread-safe.
final class Notices {
    private static final int MOST = 100;

    private final Deque<String> said = new ArrayDeque<>();
    private final CopyOnWriteArrayList<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /// Keeps a sentence and tells it, unless it is what was said last.
    void add(String sentence) {
        synchronized (said) {
            if (sentence.equals(said.peekLast())) {
                return;
            }
            said.addLast(sentence);
            if (said.size() > MOST) {
                said.removeFirst();
            }
        }
        tell(sentence);
    }

    /// Tells a sentence that does not hold for long.
    void tell(String sentence) {
        listeners.forEach(listener -> listener.accept(sentence));
    }

    List<String> all() {
        synchronized (said) {
            return List.copyOf(said);
        }
    }

    Runnable subscribe(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
