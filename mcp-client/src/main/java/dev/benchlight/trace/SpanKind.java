package dev.benchlight.trace;

/// What a span stands for.
public enum SpanKind {
    /// Reaching a server: start or dial, negotiate, list.
    CONNECT,
    /// A request of ours.
    REQUEST,
    /// A notification of ours.
    NOTIFICATION,
    /// A request of the server's.
    SERVER_REQUEST,
    /// A notification of the server's.
    SERVER_NOTIFICATION,
    /// Getting a token, or a step of that.
    AUTHORIZATION,
    /// Something on the wire that belongs to no exchange: noise, an unmatched or malformed message.
    VIOLATION
}
