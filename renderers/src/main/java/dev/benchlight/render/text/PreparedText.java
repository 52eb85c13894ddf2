package dev.benchlight.render.text;

/// Text that is measured, cut into rows and ready to colour: the costly part, done off the JavaFX
/// thread. Immutable.
public final class PreparedText {
    private final Rows rows;
    private final Highlighter highlighter;
    private final long bytes;

    public PreparedText(String text, Highlighter highlighter) {
        this.rows = Rows.of(text, LineView.LONGEST_ROW);
        this.highlighter = highlighter;
        this.bytes = utf8Length(text);
    }

    public String text() {
        return rows.text();
    }

    public int lineCount() {
        return rows.lineCount();
    }

    /// The text's size in UTF-8.
    public long bytes() {
        return bytes;
    }

    Rows rows() {
        return rows;
    }

    Highlighter highlighter() {
        return highlighter;
    }

    private static long utf8Length(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // Two surrogates make four bytes; one alone is written as '?'.
                bytes += c < 0x800 || isPaired(text, i, c) ? 1 : Character.isSurrogate(c) ? 0 : 2;
            }
        }
        return bytes;
    }

    private static boolean isPaired(String text, int i, char c) {
        return Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : Character.isLowSurrogate(c)
                        && i > 0
                        && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
