package dev.benchlight.mcp.json;

/// Lays a text out anew, with a line for each member and item and two spaces a level. Names,
/// strings and numbers stay as they are written.
final class JsonLayout {
    private final String text;
    private final StringBuilder out = new StringBuilder();

    private JsonLayout(String text) {
        this.text = text;
    }

    static String of(JsonDocument document) {
        JsonLayout layout = new JsonLayout(document.text());
        layout.value(document.root(), "\n");
        return layout.out.toString();
    }

    private void value(JsonValue value, String line) {
        String inner = line + "  ";
        switch (value) {
            case JsonValue.Obj object when !object.members().isEmpty() -> {
                String before = "{";
                for (JsonValue.Member member : object.members()) {
                    out.append(before).append(inner);
                    out.append(text, member.nameStart(), member.nameEnd()).append(": ");
                    value(member.value(), inner);
                    before = ",";
                }
                out.append(line).append('}');
            }
            case JsonValue.Arr array when !array.items().isEmpty() -> {
                String before = "[";
                for (JsonValue item : array.items()) {
                    out.append(before).append(inner);
                    value(item, inner);
                    before = ",";
                }
                out.append(line).append(']');
            }
            case JsonValue.Obj ignored -> out.append("{}");
            case JsonValue.Arr ignored -> out.append("[]");
            default -> out.append(text, value.start(), value.end());
        }
    }
}
