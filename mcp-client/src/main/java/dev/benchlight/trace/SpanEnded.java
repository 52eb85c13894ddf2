package dev.benchlight.trace;

/// A span came to its end.
///
/// @param summary one line for a person: the problem's sentence, or a word on the result
/// @param bytesSent payload bytes that went out for it
/// @param bytesReceived payload bytes that came in for it
public record SpanEnded(
        SpanId span,
        SpanStatus status,
        String summary,
        long bytesSent,
        long bytesReceived,
        Moment at)
        implements TraceEvent {}
