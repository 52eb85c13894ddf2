package dev.benchlight.mcp.json;

import tools.jackson.core.JsonPointer;

import java.util.ArrayList;
import java.util.List;

/// Edits of a text by splicing. A value that is added follows the layout around it.
final class JsonEdit {
    private static final String INDENT = "  ";

    private final JsonDocument document;
    private final String text;
    private final String lineBreak;

    JsonEdit(JsonDocument document) {
        this.document = document;
        this.text = document.text();
        this.lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
    }

    String set(JsonPointer pointer, String json) {
        JsonValue there = document.at(pointer).orElse(null);
        if (there != null) {
            return splice(there.start(), there.end(), indented(json, there.start()));
        }
        JsonPointer last = pointer.last();
        return switch (parent(pointer)) {
            case JsonValue.Obj object ->
                    add(
                            object,
                            spans(object),
                            JsonText.quote(last.getMatchingProperty()) + ": ",
                            json);
            case JsonValue.Arr array when last.getMatchingIndex() == array.items().size() ->
                    add(array, spans(array), "", json);
            default -> throw new IllegalArgumentException("nothing can be added at " + pointer);
        };
    }

    private String add(JsonValue container, List<Span> spans, String head, String json) {
        boolean lines = spans.isEmpty() || hasLineBreak(container);
        if (spans.isEmpty()) {
            String outer = indentAt(container.start());
            String gap = lineBreak + outer + INDENT;
            return splice(
                    container.start() + 1,
                    container.end() - 1,
                    gap + head + json.replace("\n", gap) + lineBreak + outer);
        }
        Span last = spans.getLast();
        String gap = lines ? lineBreak + indentAt(spans.getFirst().start()) : " ";
        String body = head + (lines ? json.replace("\n", gap) : json);
        return splice(last.end(), last.end(), "," + gap + body);
    }

    String remove(JsonPointer pointer) {
        if (pointer.matches()) {
            throw new IllegalArgumentException("a text without a value is no JSON");
        }
        JsonValue value = document.at(pointer).orElse(null);
        if (value == null) {
            return text;
        }
        JsonValue parent = parent(pointer);
        List<Span> spans = spans(parent);
        int index = 0;
        while (spans.get(index).end() != value.end()) {
            index++;
        }
        if (spans.size() == 1) {
            return splice(parent.start() + 1, parent.end() - 1, "");
        }
        return index == 0
                ? splice(spans.get(0).start(), spans.get(1).start(), "")
                : splice(spans.get(index - 1).end(), spans.get(index).end(), "");
    }

    String rename(JsonPointer pointer, String name) {
        if (parent(pointer) instanceof JsonValue.Obj object) {
            return object.member(pointer.last().getMatchingProperty())
                    .map(m -> splice(m.nameStart(), m.nameEnd(), JsonText.quote(name)))
                    .orElse(text);
        }
        return text;
    }

    String swap(JsonPointer pointer, int first, int second) {
        int low = Math.min(first, second);
        int high = Math.max(first, second);
        if (!(document.at(pointer).orElse(null) instanceof JsonValue.Arr array)
                || low < 0
                || high >= array.items().size()
                || low == high) {
            return text;
        }
        JsonValue a = array.items().get(low);
        JsonValue b = array.items().get(high);
        return text.substring(0, a.start())
                + document.source(b)
                + text.substring(a.end(), b.start())
                + document.source(a)
                + text.substring(b.end());
    }

    private JsonValue parent(JsonPointer pointer) {
        return document.at(pointer.head())
                .orElseThrow(() -> new IllegalArgumentException("nothing above " + pointer));
    }

    private static List<Span> spans(JsonValue container) {
        List<Span> spans = new ArrayList<>();
        switch (container) {
            case JsonValue.Obj object ->
                    object.members()
                            .forEach(m -> spans.add(new Span(m.nameStart(), m.value().end())));
            case JsonValue.Arr array ->
                    array.items().forEach(item -> spans.add(new Span(item.start(), item.end())));
            default -> {}
        }
        return spans;
    }

    private boolean hasLineBreak(JsonValue container) {
        int lineBreak = text.indexOf('\n', container.start());
        return lineBreak >= 0 && lineBreak < container.end();
    }

    private String indented(String json, int offset) {
        return json.indexOf('\n') < 0 ? json : json.replace("\n", lineBreak + indentAt(offset));
    }

    /// The white space that the line of `offset` begins with.
    private String indentAt(int offset) {
        int line = text.lastIndexOf('\n', offset - 1) + 1;
        int end = line;
        while (end < offset && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(line, end);
    }

    private String splice(int start, int end, String with) {
        return text.substring(0, start) + with + text.substring(end);
    }

    private record Span(int start, int end) {}
}
