package dev.benchlight.trace;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/// Bytes as they went over the wire, recorded before anything parsed them.
///
/// @param span the span they are known to belong to when recorded, or null; a [SpanNote] may tell
///   later
/// @param where the server's name as the user knows it
/// @param bytes the bytes kept, without the line end of a stdio line; not to be modified
/// @param length how many bytes there were; more than `bytes.length` where a limit cut them
/// @param offset of the first byte since the channel opened
public record Frame(
        FrameId id,
        @Nullable SpanId span,
        String where,
        Direction direction,
        Channel channel,
        @SuppressWarnings("ArrayRecordComponent") byte[] bytes,
        long length,
        long offset,
        Moment at)
        implements TraceEvent {

    /// The bytes as UTF-8, with U+FFFD for what is not.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public boolean truncated() {
        return bytes.length < length;
    }

    /// Whether none of its bytes are there, though it had some: they were given up for newer ones.
    public boolean givenUp() {
        return bytes.length == 0 && length > 0;
    }
}
