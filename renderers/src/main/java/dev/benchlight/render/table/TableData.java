package dev.benchlight.render.table;

import dev.benchlight.render.Invisible;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The rows and columns of an array of objects. `all` counts the members there are in all.
record TableData(List<JsonNode> rows, List<String> columns, int all) {
    private static final int MOST_COLUMNS = 60;
    private static final int LONGEST = 500;

    static Optional<JsonNode> find(JsonNode json) {
        if (isRows(json)) {
            return Optional.of(json);
        }
        List<JsonNode> found = json.values().stream().filter(TableData::isRows).toList();
        return json.isObject() && found.size() == 1
                ? Optional.of(found.getFirst())
                : Optional.empty();
    }

    private static boolean isRows(JsonNode json) {
        return json.isArray()
                && !json.isEmpty()
                && json.values().stream().allMatch(JsonNode::isObject);
    }

    static TableData of(JsonNode array) {
        Set<String> names = new LinkedHashSet<>();
        array.values().forEach(row -> names.addAll(row.propertyNames()));
        return new TableData(
                List.copyOf(array.values()),
                names.stream().limit(MOST_COLUMNS).toList(),
                names.size());
    }

    String facts() {
        String start = String.format("%,d rows · %,d columns", rows.size(), columns.size());
        return all > columns.size() ? start + String.format(" of %,d", all) : start;
    }

    static String cell(JsonNode row, String name) {
        return cut(plain(row, name));
    }

    static String cut(String text) {
        return Invisible.escape(text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text);
    }

    private static String plain(JsonNode row, String name) {
        JsonNode value = row.get(name);
        return value == null ? "" : value.isString() ? value.stringValue() : value.toString();
    }

    String csv() {
        List<String> lines = new ArrayList<>();
        lines.add(columns.stream().map(TableData::quoted).collect(Collectors.joining(",")));
        for (JsonNode row : rows) {
            lines.add(
                    columns.stream()
                            .map(name -> quoted(plain(row, name)))
                            .collect(Collectors.joining(",")));
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
