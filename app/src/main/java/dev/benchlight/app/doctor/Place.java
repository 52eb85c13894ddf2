package dev.benchlight.app.doctor;

import dev.benchlight.app.text.Hidden;

import tools.jackson.core.JsonPointer;

import java.util.Locale;

/// Where something was found.
///
/// @param name of the tool or prompt, URI of the resource, template of the template; empty for the
///   server
/// @param pointer within what the server sent of it
public record Place(Kind kind, String name, JsonPointer pointer) {
    public static final Place SERVER = new Place(Kind.SERVER, "", JsonPointer.empty());

    private static final int LONGEST = 200;

    /// What a finding may be about.
    public enum Kind {
        SERVER,
        TOOL,
        PROMPT,
        RESOURCE,
        TEMPLATE;

        /// As it stands in JSON and in sentences.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Place of(Kind kind, String name) {
        return new Place(kind, name, JsonPointer.empty());
    }

    public Place at(JsonPointer inside) {
        return new Place(kind, name, inside);
    }

    /// Such as `tool echo at /inputSchema/properties/a`; on one line, with nothing hidden, and with
    /// letters that look like others spelled out.
    public String words() {
        String what =
                kind == Kind.SERVER
                        ? "server"
                        : kind.word() + " " + brief(Confusables.spelled(name));
        return pointer.matches() ? what : what + " at " + brief(pointer.toString());
    }

    private static String brief(String text) {
        String visible = Hidden.line(text);
        return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST) + "…";
    }
}
