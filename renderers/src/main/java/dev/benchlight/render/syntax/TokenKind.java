package dev.benchlight.render.syntax;

import java.util.Locale;

/// What a stretch of code is, for colouring.
public enum TokenKind {
    PLAIN,
    KEY,
    STRING,
    NUMBER,
    KEYWORD,
    COMMENT,
    TAG,
    ADDED,
    REMOVED;

    /// The style class that carries the colour as `-fx-fill`.
    public String styleClass() {
        return "tok-" + name().toLowerCase(Locale.ROOT);
    }
}
