package dev.benchlight.render.table;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The rows and columns of an array of objects. Immutable.
///
/// @param columns every name that a row has, in the order they first come up
/// @param member the member of an object that holds the rows, or empty
/// @param beside the other members of that object, which are not among the rows
record TableData(List<JsonNode> rows, List<String> columns, String member, List<String> beside) {
    private static final Pattern ROWS_START =
            Pattern.compile("\\s*(\\{\\s*\"[^\"]*\"\\s*:\\s*)?\\[\\s*\\{");

    /// The array itself, or the one array of objects among an object's members.
    static Optional<TableData> find(JsonNode json) {
        if (isRows(json)) {
            return Optional.of(of(json, "", List.of()));
        }
        List<String> names = new ArrayList<>(json.propertyNames());
        List<String> found = names.stream().filter(name -> isRows(json.path(name))).toList();
        if (found.size() != 1) {
            return Optional.empty();
        }
        String member = found.getFirst();
        names.remove(member);
        return Optional.of(of(json.path(member), member, List.copyOf(names)));
    }

    static boolean isFoundIn(JsonNode json) {
        return isRows(json)
                || (json.isObject()
                        && json.values().stream().filter(TableData::isRows).count() == 1);
    }

    /// Whether the start of a text promises rows.
    static boolean isLikelyIn(String start) {
        return ROWS_START.matcher(start).lookingAt();
    }

    private static boolean isRows(JsonNode json) {
        return json.isArray()
                && !json.isEmpty()
                && json.values().stream().allMatch(JsonNode::isObject);
    }

    private static TableData of(JsonNode array, String member, List<String> beside) {
        Set<String> names = new LinkedHashSet<>();
        array.values().forEach(row -> names.addAll(row.propertyNames()));
        return new TableData(List.copyOf(array.values()), List.copyOf(names), member, beside);
    }

    /// The rows by the values of a column; those that compare equal keep their order.
    List<JsonNode> sorted(String column, boolean descending) {
        Comparator<@Nullable JsonNode> order = descending ? Cell.ORDER.reversed() : Cell.ORDER;
        List<JsonNode> sorted = new ArrayList<>(rows);
        sorted.sort((left, right) -> order.compare(left.get(column), right.get(column)));
        return Collections.unmodifiableList(sorted);
    }

    /// The width in characters that most cells of a column need, from the first 200 rows.
    int charactersOf(String column) {
        return rows.stream()
                .limit(200)
                .mapToInt(row -> Cell.shown(row.get(column)).length())
                .reduce(column.length() + 2, Math::max);
    }

    String csv() {
        return names(',') + "\r\n" + lines(rows, ',', "\r\n") + "\r\n";
    }

    String json() {
        return rows.stream()
                .map(JsonNode::toString)
                .collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
    }

    /// Rows for the clipboard, as spreadsheets take them.
    String tabbed(Collection<JsonNode> some, boolean withNames) {
        return (withNames ? names('\t') + "\n" : "") + lines(some, '\t', "\n");
    }

    private String names(char separator) {
        return columns.stream()
                .map(name -> Cell.quoted(name, separator))
                .collect(Collectors.joining(String.valueOf(separator)));
    }

    private String lines(Collection<JsonNode> some, char separator, String end) {
        return some.stream()
                .map(row ->
                        columns.stream()
                                .map(name -> Cell.separated(row.get(name), separator))
                                .collect(Collectors.joining(String.valueOf(separator))))
                .collect(Collectors.joining(end));
    }
}
