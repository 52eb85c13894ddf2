package dev.benchlight.mcp.rpc;

import tools.jackson.databind.JsonNode;

/// Hears what a peer asks and tells. Called on threads of the engine's, holding no lock; only
/// [#answer] may block.
public interface PeerListener {
    /// Any notification, after it was recorded.
    void notified(String method, JsonNode params);

    /// Answers a request of the peer's, on a thread of its own. That is interrupted when its call
    /// has ended, and when the answer is awaited no more; what is answered then is sent only if it
    /// is.
    Answer answer(Question question);

    /// As in [dev.benchlight.mcp.wire.WireListener#warning].
    void warning(String code, String message, String sample);

    void stderr(String line);

    /// The connection ended without being asked to.
    void closed(Problem problem);
}
