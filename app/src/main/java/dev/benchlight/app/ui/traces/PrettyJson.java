package dev.benchlight.app.ui.traces;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonValue;

import java.util.List;
import java.util.function.Consumer;

/// Lays out JSON in lines. Every name, string and number stays as it was written.
final class PrettyJson {
    private final JsonDocument document;
    private final StringBuilder out = new StringBuilder();
    private int depth;

    private PrettyJson(JsonDocument document) {
        this.document = document;
    }

    static String of(JsonDocument document, JsonValue value) {
        PrettyJson layout = new PrettyJson(document);
        layout.write(value);
        return layout.out.toString();
    }

    private void write(JsonValue value) {
        switch (value) {
            case JsonValue.Obj object -> lines('{', object.members(), this::member, '}');
            case JsonValue.Arr array -> lines('[', array.items(), this::write, ']');
            default -> out.append(document.source(value));
        }
    }

    private void member(JsonValue.Member member) {
        out.append(document.text(), member.nameStart(), member.nameEnd()).append(": ");
        write(member.value());
    }

    private <T> void lines(char open, List<T> parts, Consumer<T> writer, char close) {
        out.append(open);
        depth++;
        for (int i = 0; i < parts.size(); i++) {
            out.append(i == 0 ? "\n" : ",\n").repeat("  ", depth);
            writer.accept(parts.get(i));
        }
        depth--;
        if (!parts.isEmpty()) {
            out.append('\n').repeat("  ", depth);
        }
        out.append(close);
    }
}
