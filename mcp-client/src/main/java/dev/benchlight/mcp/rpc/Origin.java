package dev.benchlight.mcp.rpc;

import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.SpanId;

import org.jspecify.annotations.Nullable;

/// Where a message came from.
///
/// @param exchange the HTTP exchange it came in, or null
/// @param length in bytes
record Origin(FrameId frame, @Nullable SpanId exchange, long length) {}
