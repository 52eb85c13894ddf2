package dev.benchlight.mcp.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The last lines of standard error, up to so many bytes. Thread-safe.
final class StderrRing {
    private final int limit;
    private final Deque<String> lines = new ArrayDeque<>();
    private long size;

    StderrRing(int limit) {
        this.limit = limit;
    }

    synchronized void add(String line) {
        lines.addLast(line);
        size += line.length() + 1;
        while (size > limit && lines.size() > 1) {
            size -= lines.removeFirst().length() + 1;
        }
    }

    /// Oldest first.
    synchronized List<String> tail(int count) {
        List<String> all = new ArrayList<>(lines);
        return List.copyOf(all.subList(Math.max(0, all.size() - count), all.size()));
    }
}
