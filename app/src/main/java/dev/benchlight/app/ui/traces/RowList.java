package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceRow;

import javafx.collections.ObservableListBase;

import java.util.ArrayList;
import java.util.List;

/// Rows in the order of their sequence. However many of them a batch touches, observers hear of it
/// once. Lives on one thread.
final class RowList extends ObservableListBase<TraceRow> {
    private final ArrayList<TraceRow> rows = new ArrayList<>();

    @Override
    public TraceRow get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    /// Where a sequence stands; negative as of [java.util.Collections#binarySearch] if it does not.
    int find(long sequence) {
        int low = 0;
        int high = rows.size() - 1;
        if (high >= 0 && rows.get(high).sequence() < sequence) {
            return -rows.size() - 1;
        }
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = rows.get(middle).sequence();
            if (found == sequence) {
                return middle;
            }
            if (found < sequence) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    /// Runs `changes`, then tells of all of them at once.
    void batch(Runnable changes) {
        beginChange();
        try {
            changes.run();
        } finally {
            endChange();
        }
    }

    /// Inserts the row where it belongs, or replaces its older state.
    ///
    /// @return whether it is new here
    boolean put(TraceRow row) {
        int index = find(row.sequence());
        beginChange();
        if (index >= 0) {
            nextSet(index, rows.set(index, row));
        } else {
            rows.add(-index - 1, row);
            nextAdd(-index - 1, -index);
        }
        endChange();
        return index < 0;
    }

    /// Removes a row that is here.
    void drop(int index) {
        beginChange();
        nextRemove(index, rows.remove(index));
        endChange();
    }

    /// Removes all rows with a smaller sequence.
    void dropBefore(long sequence) {
        int found = find(sequence);
        int count = found >= 0 ? found : -found - 1;
        if (count > 0) {
            List<TraceRow> head = rows.subList(0, count);
            List<TraceRow> removed = List.copyOf(head);
            head.clear();
            beginChange();
            nextRemove(0, removed);
            endChange();
        }
    }

    /// Has these rows instead.
    void become(List<TraceRow> other) {
        List<TraceRow> removed = List.copyOf(rows);
        beginChange();
        rows.clear();
        rows.addAll(other);
        nextReplace(0, rows.size(), removed);
        endChange();
    }
}
