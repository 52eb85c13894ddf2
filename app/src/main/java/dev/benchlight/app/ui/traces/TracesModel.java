package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.RowSearch;
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

/// The newest rows, oldest first, or the newest that pass a filter. Knows no control; lives on one
/// thread.
final class TracesModel {
    /// Of so many rows at most.
    static final int HELD = 10_000;

    private final TreeMap<Long, TraceRow> held = new TreeMap<>();
    private final RowList shown = new RowList();
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
    private final ReadOnlyLongWrapper longest = new ReadOnlyLongWrapper();
    private RowFilter filter = RowFilter.ALL;
    private RowSearch search = RowSearch.ALL;
    private boolean following = true;
    private boolean earlier = true;

    /// Where the search of a filter goes on.
    private OptionalLong matchesBefore = OptionalLong.empty();

    private boolean earlierMatches = true;

    /// Rows before it are not held; what changes in them is not looked at.
    private long floor = Long.MIN_VALUE;

    /// The rows that pass the filter.
    ObservableList<TraceRow> shown() {
        return shown;
    }

    /// How many rows came since following ended.
    ReadOnlyIntegerProperty unseen() {
        return unseen.getReadOnlyProperty();
    }

    /// The longest duration of a row shown, in nanoseconds.
    ReadOnlyLongProperty longest() {
        return longest.getReadOnlyProperty();
    }

    RowFilter filter() {
        return filter;
    }

    /// What is shown by it is at first what is held; the store has to be searched for the rest.
    void filter(RowFilter changed) {
        if (!changed.equals(filter)) {
            filter = changed;
            search = changed.search();
            matchesBefore = OptionalLong.empty();
            earlierMatches = true;
            shown.become(held.values().stream().filter(search::fits).toList());
            measure();
        }
    }

    /// What the rows shown are looked for by.
    RowSearch search() {
        return search;
    }

    /// Whether rows that belong here now were not yet asked for.
    boolean wantsRows() {
        return isFiltered()
                ? earlierMatches && matchesBefore.isEmpty()
                : earlier && first().isEmpty();
    }

    private boolean isFiltered() {
        return !filter.equals(RowFilter.ALL);
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
                }
                if (row.sequence() >= floor || indexOf(row) >= 0) {
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

    /// Takes what the store has for [#search()] before [#first()]. A row that is already here has
    /// changed since.
    void prepend(RowSearch.Found found) {
        shown.batch(() -> {
            for (TraceRow row : found.rows()) {
                if (!isFiltered()) {
                    held.putIfAbsent(row.sequence(), row);
                }
                if (indexOf(row) < 0) {
                    show(held.getOrDefault(row.sequence(), row));
                }
            }
        });
        if (isFiltered()) {
            matchesBefore = found.next();
            earlierMatches = found.next().isPresent();
        } else {
            earlier = found.next().isPresent();
            found.rows().stream()
                    .mapToLong(TraceRow::sequence)
                    .min()
                    .ifPresent(first -> floor = first);
        }
        measure();
    }

    /// Whether the store may have rows older than those here, and there is room for them.
    boolean hasEarlier() {
        return isFiltered() ? earlierMatches && shown.size() < HELD : earlier && held.size() < HELD;
    }

    /// How many rows there are.
    ///
    /// @param searching whether the store is being asked for more
    String count(boolean searching) {
        if (!isFiltered()) {
            return words(held.size(), "row", "rows");
        }
        if (searching) {
            return String.format(Locale.ROOT, "Searching… %,d", shown.size());
        }
        return earlierMatches
                ? String.format(Locale.ROOT, "Newest %,d that match", shown.size())
                : words(shown.size(), "row matches", "rows match");
    }

    private static String words(int count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }

    /// Why no row is shown.
    ///
    /// @param searching whether the store is being asked for more
    String whyEmpty(boolean searching) {
        if (!isFiltered()) {
            return "No rows. What is sent and received shows up here.";
        }
        return searching ? "Searching all rows…" : "No row matches.";
    }

    /// The sequence before which earlier rows are to be asked for.
    OptionalLong first() {
        if (isFiltered()) {
            return matchesBefore;
        }
        return floor == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(floor);
    }

    /// Forgets all rows, and what changes in them. They can be had again as earlier rows.
    void clear() {
        if (!held.isEmpty()) {
            floor = held.lastKey() + 1;
            earlier = true;
            held.clear();
        }
        if (!shown.isEmpty()) {
            matchesBefore = OptionalLong.of(shown.getLast().sequence() + 1);
            earlierMatches = true;
            shown.become(List.of());
        }
        unseen.set(0);
        measure();
    }

    /// Where the row is among those shown; negative if it is not.
    int indexOf(@Nullable TraceRow row) {
        return row == null ? -1 : shown.find(row.sequence());
    }

    private boolean show(TraceRow row) {
        if (search.fits(row)) {
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
        }
        if (shown.size() > HELD) {
            long first = shown.get(shown.size() - HELD).sequence();
            shown.dropBefore(first);
            matchesBefore = OptionalLong.of(first);
            earlierMatches = true;
        }
    }

    private void measure() {
        long most = 0;
        for (TraceRow row : isFiltered() ? shown : held.values()) {
            Duration duration = row.duration();
            most = Math.max(most, duration == null ? 0 : duration.toNanos());
        }
        longest.set(most);
    }
}
