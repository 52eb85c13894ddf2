package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Problem;

/// What is true of a session now. A snapshot; a new one replaces it.
public sealed interface SessionState {
    /// On the way; `step` says what is being done, such as "starting the process".
    record Connecting(String step) implements SessionState {}

    record Ready(ServerDescription server) implements SessionState {}

    /// Connected, but something is wrong, such as noise on standard output.
    record Degraded(ServerDescription server, Problem problem) implements SessionState {}

    /// Ended because it was asked to.
    record Closed() implements SessionState {}

    /// Ended, or never came up; `step` is the one that failed.
    record Failed(String step, Problem problem) implements SessionState {}
}
