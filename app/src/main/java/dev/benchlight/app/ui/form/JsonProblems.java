package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonValue;
import dev.benchlight.mcp.json.LineColumn;
import dev.benchlight.mcp.schema.SchemaProblem;

import tools.jackson.core.JsonPointer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Problems as they stand in the JSON text: where to underline, and in words. Immutable.
///
/// @param ranges start and end offsets, ascending
record JsonProblems(List<int[]> ranges, String words) {
    private static final int MAX = 20;

    static JsonProblems notJson(String text, String message, int offset) {
        // Where the text or a line ends there is nothing to underline but what is before.
        int start = Math.min(offset, text.length() - 1);
        while (start > 0 && text.charAt(start) == '\n') {
            start--;
        }
        List<int[]> ranges = text.isBlank() ? List.of() : List.of(new int[] {start, start + 1});
        return new JsonProblems(ranges, place(text, offset) + ": " + message);
    }

    static JsonProblems of(JsonDocument document, List<SchemaProblem> problems) {
        List<int[]> ranges = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        for (SchemaProblem problem : problems.stream().limit(MAX).toList()) {
            JsonValue value = nearest(document, problem.pointer());
            boolean container = value instanceof JsonValue.Obj || value instanceof JsonValue.Arr;
            ranges.add(new int[] {value.start(), container ? value.start() + 1 : value.end()});
            words.append(words.isEmpty() ? "" : "\n").append(place(document.text(), value.start()));
            words.append(problem.pointer().matches() ? "" : ", " + problem.pointer());
            words.append(": ").append(problem.message());
        }
        if (problems.size() > MAX) {
            words.append("\nand ").append(problems.size() - MAX).append(" more");
        }
        ranges.sort(Comparator.comparingInt(range -> range[0]));
        return new JsonProblems(ranges, words.toString());
    }

    /// The value at a place, or what would hold it.
    static JsonValue nearest(JsonDocument document, JsonPointer pointer) {
        JsonPointer at = pointer;
        while (document.at(at).isEmpty()) {
            at = at.head();
        }
        return document.at(at).orElseThrow();
    }

    private static String place(String text, int offset) {
        LineColumn place = LineColumn.of(text, offset);
        return "Line " + place.line() + ", column " + place.column();
    }
}
