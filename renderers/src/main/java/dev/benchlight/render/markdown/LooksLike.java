package dev.benchlight.render.markdown;

import java.util.regex.Pattern;

/// Guesses from its start whether text is Markdown.
final class LooksLike {
    private static final Pattern SIGN =
            Pattern.compile(
                    "(?m)^ {0,3}#{1,6} \\S"
                            + "|^ {0,3}(?:[-*+]|\\d{1,3}[.)]) \\S"
                            + "|^ {0,3}(?:```|~~~)"
                            + "|^ {0,3}> "
                            + "|^ *\\|? *:?-{3,}:? *\\|"
                            + "|!?\\[[^\\]\\n]{1,200}]\\([^)\\s]{1,500}\\)"
                            + "|\\*\\*\\S[^*\\n]{0,200}\\*\\*"
                            + "|`[^`\\n]{1,200}`");

    private LooksLike() {}

    static boolean markdown(String start) {
        String text = start.stripLeading();
        if (text.isEmpty()
                || text.startsWith("{")
                || isJsonArray(text)
                || text.startsWith("<?xml")) {
            return false;
        }
        return SIGN.matcher(text).find();
    }

    private static boolean isJsonArray(String text) {
        return text.startsWith("[")
                && (text.length() == 1 || "{[\"-0123456789]tfn\n\r ".indexOf(text.charAt(1)) >= 0)
                && !text.contains("](");
    }
}
