package dev.benchlight.trace;

/// An immutable fact, and the only thing that is recorded.
public sealed interface TraceEvent permits SpanStarted, SpanNote, Frame, SpanEnded {
    Moment at();

    /// About how much memory it takes, in bytes, with the objects it is made of.
    default long weight() {
        return switch (this) {
            case Frame frame -> 256L + frame.bytes().length;
            case SpanStarted start -> 320L + 2L * (start.method().length() + start.name().length());
            case SpanNote note ->
                    192L
                            + 2L * note.text().length()
                            + (note.data() == null ? 0 : 2L * note.data().length());
            case SpanEnded end -> 192L + 2L * end.summary().length();
        };
    }
}
