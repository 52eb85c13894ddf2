package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.RpcPeer;
import dev.benchlight.mcp.rpc.RpcRequest;
import dev.benchlight.mcp.tasks.Task;
import dev.benchlight.trace.SpanContext;

import java.util.Optional;
import java.util.function.Supplier;

/// Follows tasks of a session to their end. Thread-safe.
///
/// @param reader of tasks as the revision agreed on has them
/// @param hears whether the server may be asked to tell of tasks
record TaskFollower(
        RpcPeer peer,
        SessionStatus status,
        TaskBook book,
        Supplier<TaskReader> reader,
        Gathering gathering,
        boolean hears) {

    static TaskFollower of(
            RpcPeer peer,
            SessionStatus status,
            Connecting connecting,
            SessionListener listener,
            Gathering gathering,
            boolean hears) {
        return new TaskFollower(
                peer,
                status,
                new TaskBook(listener),
                () -> new TaskReader(connecting.revision().taskRules(), status::warning),
                gathering,
                hears);
    }

    /// Waits for the end of a task, on a thread that is interrupted to cancel it.
    ///
    /// @param request what became the task
    /// @param call the span that polls stand below
    /// @param whole whether the task is as a poll brought it, with all that belongs to its state
    <T> Outcome<T> follow(
            RpcRequest<T> request,
            CallOptions options,
            SpanContext call,
            Task task,
            boolean whole) {
        TaskBook.Inbox inbox = book.follow(task, request.name(), call);
        Optional<Subscription> ear =
                hears && task.rules().whole() && !task.status().isFinal()
                        ? Optional.of(TaskEar.open(peer, status, task.id()))
                        : Optional.empty();
        try {
            return new TaskPolling<>(this, request, options, call, inbox).run(task, whole);
        } finally {
            ear.ifPresent(Subscription::cancel);
            book.leave(task.id(), inbox);
        }
    }

    /// Whether the server lets its tasks be cancelled.
    boolean cancels(Task task) {
        return task.rules().whole()
                || status.server()
                        .filter(server -> server.json().at("/capabilities/tasks").has("cancel"))
                        .isPresent();
    }
}
