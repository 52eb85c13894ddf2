package dev.benchlight.app.connections;

import tools.jackson.databind.JsonNode;

/// The beginning of what may be a large JSON value, as text: a string as it is, anything else as
/// JSON.
final class BriefJson {
    private final StringBuilder out = new StringBuilder();
    private final int most;
    private boolean full;

    private BriefJson(int most) {
        this.most = most;
    }

    /// Takes no longer than what is kept is long.
    static String of(JsonNode json, int most) {
        if (json.isMissingNode()) {
            return "";
        }
        BriefJson brief = new BriefJson(most);
        if (json.isString()) {
            brief.add(json.stringValue());
        } else {
            brief.append(json);
        }
        return brief.out.toString();
    }

    private void add(String text) {
        int room = most - out.length();
        if (full || text.length() <= room) {
            out.append(full ? "" : text);
            return;
        }
        boolean splits = room > 0 && Character.isHighSurrogate(text.charAt(room - 1));
        out.append(text, 0, splits ? room - 1 : room).append('…');
        full = true;
    }

    private void append(JsonNode json) {
        if (json.isObject()) {
            add("{");
            String comma = "";
            for (var member : json.properties()) {
                if (full) {
                    return;
                }
                add(comma + "\"" + start(member.getKey()) + "\":");
                append(member.getValue());
                comma = ",";
            }
            add("}");
        } else if (json.isArray()) {
            add("[");
            String comma = "";
            for (JsonNode item : json) {
                if (full) {
                    return;
                }
                add(comma);
                append(item);
                comma = ",";
            }
            add("]");
        } else if (json.isString()) {
            add("\"" + start(json.stringValue()) + "\"");
        } else {
            add(json.toString());
        }
    }

    private String start(String text) {
        String brief = text.length() > most ? text.substring(0, most) : text;
        return brief.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
