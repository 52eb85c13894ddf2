package dev.benchlight.mcp.rpc;

import dev.benchlight.trace.SpanId;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.function.Consumer;

/// Deadlines and listeners of one call.
///
/// @param idle how long nothing may be heard of it; progress starts it anew
/// @param maximum how long it may take in all
/// @param progress called for each progress notification, on a thread of the engine's; must not
///   block
/// @param parent the span that this call is part of, or null
public record CallOptions(
        Duration idle, Duration maximum, Consumer<Progress> progress, @Nullable SpanId parent) {

    public static final CallOptions DEFAULT =
            new CallOptions(Duration.ofSeconds(60), Duration.ofMinutes(10), progress -> {}, null);

    public CallOptions withProgress(Consumer<Progress> listener) {
        return new CallOptions(idle, maximum, listener, parent);
    }

    public CallOptions withDeadlines(Duration newIdle, Duration newMaximum) {
        return new CallOptions(newIdle, newMaximum, progress, parent);
    }
}
