package dev.benchlight.trace;

/// What kind of bytes a frame holds.
public enum Channel {
    /// One line on the server's standard input or output.
    STDIO,
    /// A line of the server's standard error.
    STDERR,
    /// Method, URL and header fields of an HTTP request.
    HTTP_REQUEST_HEAD,
    /// The body of an HTTP request.
    HTTP_REQUEST_BODY,
    /// Status line and header fields of an HTTP response.
    HTTP_RESPONSE_HEAD,
    /// The body of an HTTP response that is not an event stream.
    HTTP_RESPONSE_BODY,
    /// One server-sent event, all of its lines.
    SSE_EVENT
}
