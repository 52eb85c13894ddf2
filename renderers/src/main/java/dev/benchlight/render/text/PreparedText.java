package dev.benchlight.render.text;

/// Text that is cut into rows and ready to colour: the costly part, done off the JavaFX thread.
public final class PreparedText {
    private final Rows rows;
    private final Highlighter highlighter;

    public PreparedText(String text, Highlighter highlighter) {
        this.rows = Rows.of(text, 2000);
        this.highlighter = highlighter;
    }

    public String text() {
        return rows.text();
    }

    public int lineCount() {
        return rows.lineCount();
    }

    Rows rows() {
        return rows;
    }

    Highlighter highlighter() {
        return highlighter;
    }
}
