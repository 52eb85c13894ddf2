package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/// What answers a server that asks something of the client. A capability is declared only where
/// [#capabilities()] names it; the rest is refused by the engine. Called on virtual threads that
/// may block; safe for use by many of them.
public interface ClientHandlers {
    /// Declares nothing and refuses everything.
    ClientHandlers NONE = new ClientHandlers() {};

    /// The client capabilities to declare in the handshake, an object, or empty for `{}`.
    default Optional<JsonNode> capabilities() {
        return Optional.empty();
    }

    /// The result for a request of the server's, or empty to answer "method not found".
    ///
    /// @param server the server's name as the user knows it
    default Optional<JsonNode> answer(String server, String method, JsonNode params) {
        return Optional.empty();
    }
}
