package dev.benchlight.app.ui.result;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/// Sends requests to one server. Called on virtual threads; safe for many.
@FunctionalInterface
public interface Exchange {
    /// The call under way, or empty while there is no session.
    Optional<Call<JsonNode>> send(Request request, CallOptions options);
}
