package dev.benchlight.app.ui.result;

import dev.benchlight.mcp.rpc.Progress;
import dev.benchlight.mcp.tasks.TaskRun;
import dev.benchlight.trace.TraceId;

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
    /// @param trace of the call, once it was sent
    /// @param progress the newest
    /// @param task what it became, if it did
    /// @param cancelling whether the user asked to end it
    record Running(
            Request request,
            long startNanos,
            Optional<TraceId> trace,
            Optional<Progress> progress,
            Optional<TaskRun> task,
            boolean cancelling)
            implements CallState {
        Running(Request request, long startNanos) {
            this(request, startNanos, Optional.empty(), Optional.empty(), Optional.empty(), false);
        }

        Running sent(TraceId now) {
            return new Running(request, startNanos, Optional.of(now), progress, task, cancelling);
        }

        Running with(Progress newest) {
            return new Running(request, startNanos, trace, Optional.of(newest), task, cancelling);
        }

        Running with(TaskRun newest) {
            return new Running(
                    request, startNanos, trace, progress, Optional.of(newest), cancelling);
        }

        Running ending() {
            return new Running(request, startNanos, trace, progress, task, true);
        }
    }

    record Done(Run run) implements CallState {}
}
