package dev.benchlight.render.markdown;

import java.util.Set;

/// A stretch within a paragraph. Immutable.
sealed interface Inline {
    /// How a stretch of text looks.
    enum Style {
        EMPHASIS,
        STRONG,
        STRUCK,
        CODE,
        MARKUP
    }

    /// `target` is where a link leads, or empty.
    record Words(String text, Set<Style> styles, String target) implements Inline {}

    record Picture(String alt, String target) implements Inline {}
}
