package dev.benchlight.mcp.rpc;

import dev.benchlight.trace.SpanContext;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/// A request of the other side's.
///
/// @param params a missing node if there are none
/// @param span its own
/// @param during the call of ours that it was asked for, where that is known
public record Question(String method, JsonNode params, SpanContext span, Optional<During> during) {

    /// A call of ours.
    ///
    /// @param name the tool, prompt or URI that it is about, or an empty string
    public record During(SpanContext span, String method, String name) {}
}
