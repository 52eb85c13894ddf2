package dev.benchlight.app.cli;

/// Makes what a server, model or file supplied safe to print on a terminal.
final class Visible {
    private Visible() {}

    /// Control characters except line feed and tab, and characters that hide or reorder text, as
    /// `\u001b`.
    static String text(String text) {
        return escape(text, true);
    }

    /// The same for JSON, where whatever is no line end of the layout stands inside a string.
    static String json(String json) {
        return escape(json, true);
    }

    /// On one line.
    static String line(String text) {
        return escape(text.strip().replaceAll("\\s*\\R\\s*", " ").replace('\t', ' '), true);
    }

    private static String escape(String text, boolean lines) {
        StringBuilder result = null;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int width = Character.charCount(c);
            if (isHarmful(c) && !(lines && (c == '\n' || c == '\t'))) {
                if (result == null) {
                    result = new StringBuilder(text.length() + 16).append(text, 0, i);
                }
                for (int k = 0; k < width; k++) {
                    result.append("\\u%04x".formatted((int) text.charAt(i + k)));
                }
            } else if (result != null) {
                result.appendCodePoint(c);
            }
            i += width;
        }
        return result == null ? text : result.toString();
    }

    /// Whether a code point steers a terminal, or cannot be seen.
    static boolean isHarmful(int c) {
        return c < 0x20 || (c >= 0x7f && c < 0xa0) || isInvisible(c);
    }

    /// Bidirectional controls, zero-width characters and tags.
    static boolean isInvisible(int c) {
        return (c >= 0x200b && c <= 0x200f && c != 0x200d)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x2069)
                || c == 0xfeff
                || c == 0x061c
                || (c >= 0xe0000 && c <= 0xe007f);
    }
}
