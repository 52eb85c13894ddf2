package dev.benchlight.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What was learned of tools when they were listed, by name, of those that were listed last: a
/// server that names its tools anew each time must not fill the memory. Thread-safe.
final class Learned<V> {
    /// More than are listed at once, by default.
    static final int MOST = 50_000;

    private final Map<String, V> byName = new LinkedHashMap<>();

    synchronized Optional<V> of(String tool) {
        return Optional.ofNullable(byName.get(tool));
    }

    synchronized void put(String tool, V value) {
        byName.remove(tool);
        byName.put(tool, value);
        if (byName.size() > MOST) {
            byName.remove(byName.keySet().iterator().next());
        }
    }

    synchronized void remove(String tool) {
        byName.remove(tool);
    }
}
