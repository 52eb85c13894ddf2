package dev.benchlight.app.cli;

import dev.benchlight.app.snapshots.Change;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How a catalogue compares with the one accepted before.
///
/// @param status `first`, `same`, `changed`, `updated`, or `incomplete` where a list is not whole,
///   so that nothing can be said
/// @param file where the accepted one stands, or null where none is kept
/// @param changes the worst first
record Compared(String status, @Nullable Path file, List<Change> changes) {
    static Compared incomplete() {
        return new Compared("incomplete", null, List.of());
    }

    /// With what changed while it was looked at.
    Compared with(List<Change> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Change> all = new ArrayList<>(changes);
        all.addAll(more);
        return new Compared("changed", file, List.copyOf(all));
    }
}
