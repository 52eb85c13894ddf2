package dev.benchlight.mcp.rpc;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/// Hears what a peer asks and tells. Called on threads of the engine's, holding no lock; only
/// [#answer] may block.
public interface PeerListener {
    /// Any notification, after it was recorded.
    void notified(String method, JsonNode params);

    /// The result for a request of the peer's, or empty for "method not found".
    Optional<JsonNode> answer(String method, JsonNode params);

    /// As in [dev.benchlight.mcp.wire.WireListener#warning].
    void warning(String code, String message, String sample);

    void stderr(String line);

    /// The connection ended without being asked to.
    void closed(Problem problem);
}
