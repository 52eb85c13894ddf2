package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

/// Hears of a session's changes. Called on threads of the engine's, holding no lock; must not
/// block.
public interface SessionListener {
    default void stateChanged(SessionState state) {}

    /// Any notification of the server's, after it was recorded.
    default void notified(String method, JsonNode params) {}

    /// What is listened to, or how that stands, has changed.
    default void listening(ListenState state) {}

    /// What is known of the session's tasks has changed; see [SessionTasks#all()].
    default void tasksChanged() {}

    /// A line of the server's standard error, without its line end.
    default void stderr(String line) {}
}
