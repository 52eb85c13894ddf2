package dev.benchlight.mcp.wire;

import dev.benchlight.trace.SpanId;

/// A message to send.
///
/// @param span the span it belongs to, which also names its exchange over HTTP
/// @param method the JSON-RPC method, or an empty string for a response
/// @param name the tool, prompt or URI it is about, or an empty string
/// @param bytes the JSON in UTF-8, without a line end; not to be modified
public record WireMessage(
        Kind kind,
        SpanId span,
        String method,
        String name,
        @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {

    /// What is sent, in the terms of JSON-RPC.
    public enum Kind {
        REQUEST,
        NOTIFICATION,
        RESPONSE
    }
}
