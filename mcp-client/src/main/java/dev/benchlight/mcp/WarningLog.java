package dev.benchlight.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts what a server does wrong, by code, and keeps the first few samples. Thread-safe.
final class WarningLog {
    private static final int SAMPLES = 5;

    private final Map<String, Warning> byCode = new LinkedHashMap<>();

    /// @return the warning, if this is the first of its code
    synchronized boolean add(String code, String message, String sample) {
        Warning before = byCode.get(code);
        if (before == null) {
            byCode.put(code, new Warning(code, message, 1, List.of(sample)));
            return true;
        }
        List<String> samples = before.samples();
        if (samples.size() < SAMPLES) {
            samples = new ArrayList<>(samples);
            samples.add(sample);
        }
        byCode.put(code, new Warning(code, message, before.count() + 1, samples));
        return false;
    }

    /// What these were said of holds no longer.
    synchronized void removeAll(Set<String> codes) {
        byCode.keySet().removeAll(codes);
    }

    /// In the order in which they first came up.
    synchronized List<Warning> all() {
        return List.copyOf(byCode.values());
    }
}
