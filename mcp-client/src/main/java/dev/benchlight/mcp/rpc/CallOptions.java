package dev.benchlight.mcp.rpc;

import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.TraceId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Deadlines and listeners of one call.
///
/// @param idle how long nothing may be heard of it; progress starts it anew
/// @param maximum how long it may take in all
/// @param progress called for each progress notification, on a thread of the engine's; must not
///   block
/// @param parent where in a trace this call belongs, or null for a trace of its own
/// @param told called for each notification of a call that stays open for them, as `progress` is;
///   null for a call that is to be answered
public record CallOptions(
        Duration idle,
        Duration maximum,
        Consumer<Progress> progress,
        @Nullable SpanContext parent,
        @Nullable BiConsumer<String, JsonNode> told) {

    public static final CallOptions DEFAULT =
            new CallOptions(Duration.ofSeconds(60), Duration.ofMinutes(10), progress -> {}, null);

    public CallOptions(
            Duration idle,
            Duration maximum,
            Consumer<Progress> progress,
            @Nullable SpanContext parent) {
        this(idle, maximum, progress, parent, null);
    }

    /// For a call that nobody waits for: it stays open, with no deadline, to be told of things.
    public static CallOptions listening(BiConsumer<String, JsonNode> told) {
        Duration ever = ChronoUnit.FOREVER.getDuration();
        return new CallOptions(ever, ever, progress -> {}, null, told);
    }

    public CallOptions withProgress(Consumer<Progress> listener) {
        return new CallOptions(idle, maximum, listener, parent, told);
    }

    public CallOptions withDeadlines(Duration newIdle, Duration newMaximum) {
        return new CallOptions(newIdle, newMaximum, progress, parent, told);
    }

    public CallOptions within(SpanContext newParent) {
        return new CallOptions(idle, maximum, progress, newParent, told);
    }

    /// The trace a call with these options belongs to: the parent's, or a new one.
    public TraceId trace() {
        return parent == null ? TraceId.random() : parent.trace();
    }
}
