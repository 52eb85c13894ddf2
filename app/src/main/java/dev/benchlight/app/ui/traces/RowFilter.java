package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStatus;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Which rows are shown.
///
/// @param words lower case; each must be found in some text of the row, or, as `column:word`, in
///   that column
/// @param problemsOnly only what went wrong
/// @param notifications whether notifications are shown, of either side
record RowFilter(List<String> words, boolean problemsOnly, boolean notifications) {
    static final RowFilter ALL = new RowFilter(List.of(), false, true);

    /// The columns that can be named.
    private static final Map<String, Function<TraceRow, String>> COLUMNS =
            Map.of(
                    "method", TraceRow::method,
                    "name", TraceRow::name,
                    "server", TraceRow::where,
                    "summary", TraceRow::summary,
                    "kind", RowText::kind,
                    "status", RowText::status);

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
        return words.stream().allMatch(word -> has(row, word));
    }

    private static boolean has(TraceRow row, String word) {
        int colon = word.indexOf(':');
        var column = colon < 0 ? null : COLUMNS.get(word.substring(0, colon));
        return column == null
                ? COLUMNS.values().stream().anyMatch(each -> contains(each.apply(row), word))
                : contains(column.apply(row), word.substring(colon + 1));
    }

    private static boolean contains(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }

    /// Whether something went wrong. To cancel is no problem, nor is what comes too late then.
    static boolean isProblem(TraceRow row) {
        return (row.kind() == SpanKind.VIOLATION && !RowText.isStray(row))
                || (row.status() != null
                        && row.status() != SpanStatus.OK
                        && row.status() != SpanStatus.CANCELLED);
    }

    private static boolean isNotification(TraceRow row) {
        return row.kind() == SpanKind.NOTIFICATION || row.kind() == SpanKind.SERVER_NOTIFICATION;
    }
}
