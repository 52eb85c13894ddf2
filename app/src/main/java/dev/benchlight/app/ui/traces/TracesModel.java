package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceRow;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.TreeMap;

/// The newest rows, oldest first, and which of them are shown. Knows no control; lives on one
/// thread.
final class TracesModel {
    /// Of so many rows at most.
    static final int HELD = 10_000;

    private final TreeMap<Long, TraceRow> held = new TreeMap<>();
    private final RowList shown = new RowList();
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
    private final ReadOnlyLongWrapper longest = new ReadOnlyLongWrapper();
    private RowFilter filter = RowFilter.ALL;
    private boolean following = true;
    private boolean earlier = true;

    /// Rows before it are not held; what changes in them is not looked at.
    private long floor = Long.MIN_VALUE;

    /// The rows that pass the filter.
    ObservableList<TraceRow> shown() {
        return shown;
    }

    int heldCount() {
        return held.size();
    }

    /// How many rows came since following ended.
    ReadOnlyIntegerProperty unseen() {
        return unseen.getReadOnlyProperty();
    }

    /// The longest duration of a row held, in nanoseconds.
    ReadOnlyLongProperty longest() {
        return longest.getReadOnlyProperty();
    }

    RowFilter filter() {
        return filter;
    }

    void filter(RowFilter changed) {
        if (!changed.equals(filter)) {
            filter = changed;
            shown.become(held.values().stream().filter(filter::passes).toList());
        }
    }

    boolean following() {
        return following;
    }

    /// Whether the newest row is kept in sight.
    void following(boolean follow) {
        if (follow != following) {
            following = follow;
            unseen.set(0);
        }
    }

    /// Takes rows that are new or have changed; the oldest go where there are too many.
    void merge(List<TraceRow> changed) {
        shown.batch(() -> {
            int fresh = 0;
            for (TraceRow row : changed) {
                if (row.sequence() >= floor) {
                    held.put(row.sequence(), row);
                    fresh += show(row) ? 1 : 0;
                }
            }
            if (!following) {
                unseen.set(unseen.get() + fresh);
            }
            trim();
        });
        measure();
    }

    /// Takes a page of rows from the store that are older than those held, in any order. A row that
    /// is already here has changed since.
    ///
    /// @param limit how many were asked for; fewer means there are no earlier ones
    void prepend(List<TraceRow> page, int limit) {
        earlier = page.size() >= limit;
        shown.batch(() -> {
            for (TraceRow row : page) {
                if (held.putIfAbsent(row.sequence(), row) == null) {
                    show(row);
                }
            }
        });
        page.stream().mapToLong(TraceRow::sequence).min().ifPresent(first -> floor = first);
        measure();
    }

    /// Whether the store may have rows older than those held, and there is room for them.
    boolean hasEarlier() {
        return earlier && held.size() < HELD;
    }

    /// Why no row is shown. A filter looks only at the rows held, so it says of how many it speaks,
    /// and where the others are.
    String whyEmpty() {
        if (held.isEmpty() || filter.equals(RowFilter.ALL)) {
            return "No rows. What is sent and received shows up here.";
        }
        String none =
                earlier ? "None of the newest %,d rows matches." : "None of %,d rows matches.";
        return String.format(Locale.ROOT, none, held.size())
                + (earlier ? " All are searched by: benchlight traces search TEXT" : "");
    }

    /// The sequence before which earlier rows are to be asked for.
    OptionalLong first() {
        return floor == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(floor);
    }

    /// Forgets all rows, and what changes in them. They can be had again as earlier rows.
    void clear() {
        if (!held.isEmpty()) {
            floor = held.lastKey() + 1;
            earlier = true;
            held.clear();
            shown.become(List.of());
            unseen.set(0);
            measure();
        }
    }

    /// Where the row is among those shown; negative if it is not.
    int indexOf(@Nullable TraceRow row) {
        return row == null ? -1 : shown.find(row.sequence());
    }

    private boolean show(TraceRow row) {
        if (filter.passes(row)) {
            return shown.put(row);
        }
        int index = shown.find(row.sequence());
        if (index >= 0) {
            shown.drop(index);
        }
        return false;
    }

    private void trim() {
        if (held.size() > HELD) {
            while (held.size() > HELD) {
                held.pollFirstEntry();
            }
            earlier = true;
            floor = held.firstKey();
            shown.dropBefore(floor);
        }
    }

    private void measure() {
        long most = 0;
        for (TraceRow row : held.values()) {
            Duration duration = row.duration();
            most = Math.max(most, duration == null ? 0 : duration.toNanos());
        }
        longest.set(most);
    }
}
