package dev.benchlight.trace;

import org.jspecify.annotations.Nullable;

/// Something that happened within a span: progress, a log message, a warning, a frame that turned
/// out to belong to it.
///
/// @param text one line for a person
/// @param data the note's JSON, or null
/// @param frame the frame this is about, or null
public record SpanNote(
        SpanId span,
        Type type,
        String text,
        @Nullable String data,
        @Nullable FrameId frame,
        Moment at)
        implements TraceEvent {

    /// What a note is about.
    public enum Type {
        /// `frame` carried this span's request.
        REQUEST_FRAME,
        /// `frame` carried this span's response.
        RESPONSE_FRAME,
        PROGRESS,
        LOG,
        WARNING,
        /// A step of connecting, with its verdict.
        STEP,
        /// Timing of a phase, such as DNS or TLS.
        TIMING
    }
}
