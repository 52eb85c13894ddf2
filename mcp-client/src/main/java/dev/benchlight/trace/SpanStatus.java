package dev.benchlight.trace;

/// How a span came to its end.
public enum SpanStatus {
    OK,
    /// The tool answered with `isError: true`.
    TOOL_ERROR,
    /// A JSON-RPC `error` answer.
    RPC_ERROR,
    /// The other side broke the protocol.
    PROTOCOL_VIOLATION,
    /// No valid reply: the connection or process failed.
    TRANSPORT_ERROR,
    AUTH_REQUIRED,
    TIMED_OUT,
    CANCELLED,
    /// A limit of ours was reached.
    LIMIT_REACHED,
    /// The program ended before the span did. Never recorded: a store finds it on opening.
    INTERRUPTED
}
