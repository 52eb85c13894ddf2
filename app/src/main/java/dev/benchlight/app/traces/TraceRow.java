package dev.benchlight.app.traces;

import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One span as a row of the traces table.
///
/// @param sequence grows with every span stored; orders rows, also where clocks jump
/// @param status null while it runs
/// @param duration null while it runs, and where the program ended first
public record TraceRow(
        long sequence,
        SpanId id,
        TraceId trace,
        @Nullable SpanId parent,
        SpanKind kind,
        String method,
        String name,
        String where,
        String connection,
        Instant started,
        @Nullable SpanStatus status,
        @Nullable Duration duration,
        long bytesSent,
        long bytesReceived,
        String summary) {
    /// The methods of what is called by a user; handshakes, lists and pings are not among them.
    static final List<String> CALLS = List.of("tools/call", "prompts/get", "resources/read");

    /// Whether it is a request of ours for a tool, a prompt or a resource.
    public boolean isCall() {
        return kind == SpanKind.REQUEST && CALLS.contains(method);
    }
}
