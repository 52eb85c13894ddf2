package dev.benchlight.trace;

import org.jspecify.annotations.Nullable;

/// A span began.
///
/// @param trace the tree it belongs to
/// @param parent the span it is part of, or null for the root of its trace
/// @param method the protocol's name for it, such as `tools/call`
/// @param name the thing it is about (tool, prompt, URI), or an empty string
/// @param where the server's name as the user knows it
/// @param connection the connection it went over, as in [FrameId#connection()]
public record SpanStarted(
        SpanId id,
        TraceId trace,
        @Nullable SpanId parent,
        SpanKind kind,
        String method,
        String name,
        String where,
        String connection,
        Moment at)
        implements TraceEvent {}
