package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.RowSearch;
import dev.benchlight.app.traces.RowSearch.Column;
import dev.benchlight.app.traces.RowSearch.State;
import dev.benchlight.app.traces.RowSearch.Term;
import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStatus;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Which rows are shown.
///
/// @param words lower case; each must be found in some text of the row, or, as `column:word`, in
///   that column
/// @param problemsOnly only what went wrong
/// @param notifications whether notifications are shown, of either side
record RowFilter(List<String> words, boolean problemsOnly, boolean notifications) {
    static final RowFilter ALL = new RowFilter(List.of(), false, true);

    /// The columns that can be named: those with texts, and those with words of ours.
    private static final Map<String, Column> TEXTS =
            Map.of(
                    "method", Column.METHOD,
                    "name", Column.NAME,
                    "server", Column.SERVER,
                    "summary", Column.SUMMARY);

    private static final Map<String, Function<State, String>> WORDS =
            Map.of("kind", RowText::kind, "status", RowText::status);

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

    /// The same for the store.
    RowSearch search() {
        List<Term> terms = new ArrayList<>();
        if (problemsOnly || !notifications) {
            terms.add(
                    new Term(
                            Set.of(),
                            "",
                            states(state ->
                                    (!problemsOnly || isProblem(state))
                                            && (notifications || !isNotification(state)))));
        }
        words.forEach(word -> terms.add(term(word)));
        return new RowSearch(terms);
    }

    private static Term term(String word) {
        int colon = word.indexOf(':');
        String column = colon < 0 ? "" : word.substring(0, colon);
        String rest = word.substring(colon + 1);
        if (TEXTS.containsKey(column)) {
            return new Term(Set.of(TEXTS.get(column)), rest, Set.of());
        }
        if (WORDS.containsKey(column)) {
            Function<State, String> name = WORDS.get(column);
            return new Term(Set.of(), "", states(state -> has(name.apply(state), rest)));
        }
        Predicate<State> named =
                state -> WORDS.values().stream().anyMatch(name -> has(name.apply(state), word));
        return new Term(EnumSet.allOf(Column.class), word, states(named));
    }

    private static boolean has(String text, String word) {
        return text.toLowerCase(Locale.ROOT).contains(word);
    }

    private static Set<State> states(Predicate<State> wanted) {
        Set<State> states = new HashSet<>();
        for (SpanKind kind : SpanKind.values()) {
            states.add(new State(kind, null));
            for (SpanStatus status : SpanStatus.values()) {
                states.add(new State(kind, status));
            }
        }
        states.removeIf(wanted.negate());
        return states;
    }

    /// Whether something went wrong. To cancel is no problem, nor is what comes too late then.
    static boolean isProblem(TraceRow row) {
        return isProblem(State.of(row));
    }

    private static boolean isProblem(State state) {
        return (state.kind() == SpanKind.VIOLATION && !RowText.isStray(state))
                || (state.status() != null
                        && state.status() != SpanStatus.OK
                        && state.status() != SpanStatus.CANCELLED);
    }

    private static boolean isNotification(State state) {
        return state.kind() == SpanKind.NOTIFICATION
                || state.kind() == SpanKind.SERVER_NOTIFICATION;
    }
}
