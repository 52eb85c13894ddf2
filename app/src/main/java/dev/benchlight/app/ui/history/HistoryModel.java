package dev.benchlight.app.ui.history;

import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.traces.TraceStore;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.TreeMap;

/// The calls that were made, newest first, and which of them fit the filter. Knows no control;
/// lives on one thread, except where it says otherwise.
final class HistoryModel {
    static final int HELD = 10_000;

    private final TreeMap<Long, TraceRow> calls = new TreeMap<>();
    private OptionalLong oldest = OptionalLong.empty();
    private boolean older = true;
    private String filter = "";

    /// Calls of the store's.
    ///
    /// @param reached where to look for older calls
    /// @param older whether there may be calls before it
    record Page(List<TraceRow> calls, OptionalLong reached, boolean older) {}

    /// Looks for calls before a row. Waits for the disk; on any thread.
    static Page read(TraceStore store, OptionalLong before, int wanted) {
        List<TraceRow> found = store.calls(before, wanted);
        OptionalLong first = found.stream().mapToLong(TraceRow::sequence).min();
        return new Page(found, first.isPresent() ? first : before, found.size() >= wanted);
    }

    void add(Page page) {
        page.calls().forEach(call -> calls.putIfAbsent(call.sequence(), call));
        oldest = page.reached();
        older = page.older();
    }

    /// Takes rows that are new or have changed. Where there are too many, the oldest go; they can
    /// be had from the store again.
    ///
    /// @return whether a call is among them
    boolean merge(List<TraceRow> rows) {
        List<TraceRow> changed = rows.stream().filter(TraceRow::isCall).toList();
        changed.forEach(call -> calls.put(call.sequence(), call));
        while (calls.size() > HELD) {
            calls.pollFirstEntry();
            oldest = OptionalLong.of(calls.firstKey());
            older = true;
        }
        return !changed.isEmpty();
    }

    void setFilter(String text) {
        filter = text.strip().toLowerCase(Locale.ROOT);
    }

    /// Where to look for older calls.
    OptionalLong oldest() {
        return oldest;
    }

    boolean isEmpty() {
        return calls.isEmpty();
    }

    boolean hasOlder() {
        return older;
    }

    List<TraceRow> shown() {
        return calls.descendingMap().values().stream().filter(this::fits).toList();
    }

    private boolean fits(TraceRow call) {
        if (filter.isEmpty()) {
            return true;
        }
        String text =
                String.join(" ", call.method(), call.name(), call.where(), call.summary())
                        .toLowerCase(Locale.ROOT);
        return List.of(filter.split("\\s+")).stream().allMatch(text::contains);
    }
}
