package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Answer;
import dev.benchlight.mcp.rpc.Question;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/// What answers a server that asks something of the client. A capability is declared only where
/// [#capabilities()] names it; the engine refuses the rest, and whatever breaks the rules. Called
/// on virtual threads that may block; safe for use by many of them.
public interface ClientHandlers {
    /// Declares nothing and refuses everything.
    ClientHandlers NONE = new ClientHandlers() {};

    /// The client capabilities to declare in the handshake, an object, or empty for `{}`.
    default Optional<JsonNode> capabilities() {
        return Optional.empty();
    }

    /// Answers a question of the server's. The thread is interrupted when no answer is needed any
    /// more: the server took its question back, the call has ended, or its time is up. What is
    /// answered then is still sent if the server listens; [Asking#cancelled] says how.
    ///
    /// @param server the server's name as the user knows it
    default Answer answer(String server, Question question) {
        return new Answer.Unsupported();
    }
}
