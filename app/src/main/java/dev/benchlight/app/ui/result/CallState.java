package dev.benchlight.app.ui.result;

import dev.benchlight.mcp.rpc.Progress;

import java.util.Optional;

/// What a tab's call is doing.
public sealed interface CallState {
    /// Nothing was sent yet.
    record Idle() implements CallState {}

    /// Nothing was sent, because of `reason`.
    record Invalid(String reason) implements CallState {}

    /// Under way.
    ///
    /// @param startNanos of [System#nanoTime()]
    /// @param progress the newest
    /// @param cancelling whether the user asked to end it
    record Running(
            Request request, long startNanos, Optional<Progress> progress, boolean cancelling)
            implements CallState {}

    record Done(Run run) implements CallState {}
}
