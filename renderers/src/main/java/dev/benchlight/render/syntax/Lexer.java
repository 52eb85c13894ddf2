package dev.benchlight.render.syntax;

import java.util.List;

/// Splits code into coloured spans; linear in its length, never fails.
@FunctionalInterface
public interface Lexer {
    List<Span> spans(String code);
}
