package dev.benchlight.app.traces;

import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStatus;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/// Rows that fit every term, in the store ([TraceStore#search]) and out of it. Immutable.
public record RowSearch(List<Term> terms) {
    /// Finds every row.
    public static final RowSearch ALL = new RowSearch(List.of());

    /// A text of a row that can be searched.
    public enum Column {
        METHOD("method"),
        NAME("name"),
        SERVER("place"),
        SUMMARY("summary");

        private final String column;

        Column(String column) {
            this.column = column;
        }

        private String text(TraceRow row) {
            return switch (this) {
                case METHOD -> row.method();
                case NAME -> row.name();
                case SERVER -> row.where();
                case SUMMARY -> row.summary();
            };
        }
    }

    /// What a row is and what became of it.
    ///
    /// @param status null while it runs
    public record State(SpanKind kind, @Nullable SpanStatus status) {
        public static State of(TraceRow row) {
            return new State(row.kind(), row.status());
        }

        private String sql() {
            return "'" + kind.name() + " " + (status == null ? "" : status.name()) + "'";
        }
    }

    /// Fits a row that has the word in one of the columns, or is in one of the states.
    ///
    /// @param word in lower case
    public record Term(Set<Column> columns, String word, Set<State> states) {
        boolean fits(TraceRow row) {
            return states.contains(State.of(row))
                    || columns.stream()
                            .anyMatch(
                                    each -> each.text(row).toLowerCase(Locale.ROOT).contains(word));
        }

        /// A pattern for all that contains the word, and more: SQLite knows upper case of ASCII
        /// only.
        private String pattern() {
            String escaped = word.replaceAll("([\\\\%_])", "\\\\$1");
            return "%" + escaped.replaceAll("[^\\p{ASCII}]+", "%") + "%";
        }

        /// @param parameter the number of the pattern among the values
        private String sql(int parameter) {
            List<String> any = new ArrayList<>();
            for (Column each : columns) {
                any.add(each.column + " LIKE ?" + parameter + " ESCAPE '\\'");
            }
            String among =
                    states.stream().map(State::sql).sorted().collect(Collectors.joining(","));
            any.add("kind || ' ' || ifnull(status, '') IN (" + among + ")");
            // The parameter has to be used, or its value cannot be set.
            return "(" + String.join(" OR ", any) + " OR ?" + parameter + " IS NULL)";
        }
    }

    /// Whether a row fits.
    public boolean fits(TraceRow row) {
        return terms.stream().allMatch(term -> term.fits(row));
    }

    /// A condition that holds for every row that fits, and for few others.
    ///
    /// @param first the number of the first of its values
    String sql(int first) {
        StringBuilder sql = new StringBuilder("TRUE");
        for (int i = 0; i < terms.size(); i++) {
            sql.append(" AND ").append(terms.get(i).sql(first + i));
        }
        return sql.toString();
    }

    /// The values of [#sql(int)].
    List<String> values() {
        return terms.stream().map(Term::pattern).toList();
    }

    /// Some of what was found, newest first.
    ///
    /// @param next the sequence before which to look for more; empty where all was looked at
    public record Found(List<TraceRow> rows, OptionalLong next) {}
}
