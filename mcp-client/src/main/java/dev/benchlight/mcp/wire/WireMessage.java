package dev.benchlight.mcp.wire;

import dev.benchlight.trace.SpanId;

import java.util.Map;

/// A message to send.
///
/// @param span the span it belongs to, which also names its exchange over HTTP
/// @param method the JSON-RPC method, or an empty string for a response
/// @param name the tool, prompt or URI it is about, or an empty string
/// @param headers for HTTP, besides those of the transport
/// @param bytes the JSON in UTF-8, without a line end; not to be modified
public record WireMessage(
        Kind kind,
        SpanId span,
        String method,
        String name,
        Map<String, String> headers,
        @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {

    /// A message with no headers of its own.
    public WireMessage(Kind kind, SpanId span, String method, String name, byte[] bytes) {
        this(kind, span, method, name, Map.of(), bytes);
    }

    /// What is sent, in the terms of JSON-RPC.
    public enum Kind {
        REQUEST,
        NOTIFICATION,
        RESPONSE
    }
}
