package dev.benchlight.render.syntax;

/// A coloured stretch `[from, to)` of a text. Spans come in order and do not overlap; what lies
/// between them is plain.
public record Span(int from, int to, TokenKind kind) {}
