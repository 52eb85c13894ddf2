package dev.benchlight.app.ui.result;

import dev.benchlight.mcp.rpc.CallMetrics;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.trace.SpanId;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One request and what came of it.
///
/// @param span null if nothing was sent
/// @param recorded whether it comes from the trace store, and not from a call of this tab
public record Run(
        Request request,
        Outcome<JsonNode> outcome,
        Instant started,
        CallMetrics metrics,
        @Nullable SpanId span,
        boolean recorded) {
    static final CallMetrics UNSENT = new CallMetrics(Duration.ZERO, 0, 0);

    /// The result, also a tool's error.
    public Optional<JsonNode> result() {
        return result(outcome);
    }

    static Optional<JsonNode> result(Outcome<JsonNode> outcome) {
        return switch (outcome) {
            case Outcome.Ok<JsonNode>(JsonNode value) -> Optional.of(value);
            case Outcome.ToolError<JsonNode>(JsonNode value, _) -> Optional.of(value);
            case Outcome.NotOk<JsonNode> _ -> Optional.empty();
        };
    }
}
