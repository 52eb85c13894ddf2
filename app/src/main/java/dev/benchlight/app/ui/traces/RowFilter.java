package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStatus;

import java.util.List;
import java.util.Locale;

/// Which rows are shown.
///
/// @param words lower case; each must be found in some text of the row
/// @param problemsOnly only what went wrong
/// @param notifications whether notifications are shown, of either side
record RowFilter(List<String> words, boolean problemsOnly, boolean notifications) {
    static final RowFilter ALL = new RowFilter(List.of(), false, true);

    RowFilter withText(String text) {
        String stripped = text.strip().toLowerCase(Locale.ROOT);
        return new RowFilter(
                stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+")),
                problemsOnly,
                notifications);
    }

    RowFilter withProblemsOnly(boolean only) {
        return new RowFilter(words, only, notifications);
    }

    RowFilter withNotifications(boolean shown) {
        return new RowFilter(words, problemsOnly, shown);
    }

    boolean passes(TraceRow row) {
        if (problemsOnly && !isProblem(row)) {
            return false;
        }
        if (!notifications && isNotification(row)) {
            return false;
        }
        return words.isEmpty() || hasAllWords(row);
    }

    private boolean hasAllWords(TraceRow row) {
        String text =
                String.join(
                                "\n",
                                row.method(),
                                row.name(),
                                row.where(),
                                row.summary(),
                                RowText.kind(row.kind()),
                                RowText.status(row.status()))
                        .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }

    /// Whether something went wrong. To cancel is no problem.
    static boolean isProblem(TraceRow row) {
        return row.kind() == SpanKind.VIOLATION
                || (row.status() != null
                        && row.status() != SpanStatus.OK
                        && row.status() != SpanStatus.CANCELLED);
    }

    private static boolean isNotification(TraceRow row) {
        return row.kind() == SpanKind.NOTIFICATION || row.kind() == SpanKind.SERVER_NOTIFICATION;
    }
}
