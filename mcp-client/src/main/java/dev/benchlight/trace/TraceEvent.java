package dev.benchlight.trace;

/// An immutable fact, and the only thing that is recorded.
public sealed interface TraceEvent permits SpanStarted, SpanNote, Frame, SpanEnded {
    Moment at();
}
