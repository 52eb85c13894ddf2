package dev.benchlight.app.ui.history;

import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.traces.TraceStore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/// The calls that were made, newest first, and which of them fit the filter. Knows no control;
/// lives on one thread, except where it says otherwise.
final class HistoryModel {
    private static final Set<String> CALLS = Set.of("tools/call", "prompts/get", "resources/read");
    static final int HELD = 10_000;
    private static final int PAGE = 500;
    private static final int PAGES = 20;

    private final TreeMap<Long, TraceRow> calls = new TreeMap<>();
    private OptionalLong oldest = OptionalLong.empty();
    private boolean older = true;
    private String filter = "";

    /// Calls of the store's.
    ///
    /// @param reached the oldest row that was looked at, whatever it was
    /// @param older whether there are rows before it
    record Page(List<TraceRow> calls, OptionalLong reached, boolean older) {}

    /// Looks for calls before a row. Waits for the disk; on any thread.
    static Page read(TraceStore store, OptionalLong before, int wanted) {
        List<TraceRow> found = new ArrayList<>();
        OptionalLong reached = before;
        for (int page = 0; page < PAGES && found.size() < wanted; page++) {
            List<TraceRow> rows = store.page("", reached, PAGE);
            rows.stream().filter(HistoryModel::isCall).forEach(found::add);
            if (rows.size() < PAGE) {
                return new Page(found, reached, false);
            }
            reached = rows.stream().mapToLong(TraceRow::sequence).min();
        }
        return new Page(found, reached, true);
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
        List<TraceRow> changed = rows.stream().filter(HistoryModel::isCall).toList();
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

    private static boolean isCall(TraceRow row) {
        return CALLS.contains(row.method());
    }
}
