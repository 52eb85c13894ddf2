package dev.benchlight.app.ui.result;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.Progress;
import dev.benchlight.mcp.tasks.TaskRun;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceId;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Makes one tab's calls, one at a time, and remembers the last of them. All methods are for the
/// thread that `later` runs its tasks on.
public final class CallModel {
    static final int REMEMBERED = 20;

    private final Exchange exchange;
    private final Consumer<Runnable> later;
    private final ReadOnlyObjectWrapper<CallState> state =
            new ReadOnlyObjectWrapper<>(new CallState.Idle());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ObservableList<Run> history = FXCollections.observableArrayList();
    private @Nullable Attempt attempt;

    /// @param later queues a task for the thread this model lives on
    public CallModel(Exchange exchange, Consumer<Runnable> later) {
        this.exchange = exchange;
        this.later = later;
    }

    public ReadOnlyObjectProperty<CallState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// The last calls that were sent, newest first.
    public ObservableList<Run> history() {
        return history;
    }

    /// Sends a request; has no effect while another is under way.
    public void run(Request request) {
        if (attempt != null) {
            return;
        }
        Attempt next = new Attempt(request);
        attempt = next;
        set(new CallState.Running(request, next.startNanos));
        Thread.ofVirtual().name("call-" + request.method()).start(next);
    }

    /// Shows a call that was made before; the newest of those that this tab knows.
    public void recall(Run run) {
        if (attempt == null) {
            ended(run);
        }
    }

    /// Says why nothing is sent.
    public void refuse(String reason) {
        if (attempt == null) {
            set(new CallState.Invalid(reason));
        }
    }

    /// Ends the call under way, if any; the server is told.
    public void cancel() {
        Attempt current = attempt;
        if (current != null && state.get() instanceof CallState.Running now) {
            set(now.ending());
            current.cancel();
        }
    }

    /// Takes what is known of the tasks of the server: the call under way may have become one.
    public void told(List<TaskRun> tasks) {
        Attempt current = attempt;
        if (current != null && state.get() instanceof CallState.Running now) {
            current.task(tasks)
                    .filter(task -> !now.task().equals(Optional.of(task)))
                    .ifPresent(task -> set(now.with(task)));
        }
    }

    /// Ends the call under way, unless it became a task: that goes on, and nobody looks here any
    /// more.
    ///
    /// @return the task that goes on
    public Optional<TaskRun> leave() {
        Optional<TaskRun> task =
                state.get() instanceof CallState.Running now && !now.cancelling()
                        ? now.task()
                        : Optional.empty();
        if (task.isEmpty()) {
            cancel();
        }
        return task;
    }

    private void set(CallState next) {
        state.set(next);
        running.set(next instanceof CallState.Running);
    }

    private void sent(Attempt from, TraceId trace) {
        if (from.equals(attempt) && state.get() instanceof CallState.Running now) {
            set(now.sent(trace));
        }
    }

    private void progressed(Attempt from, Progress progress) {
        if (from.equals(attempt) && state.get() instanceof CallState.Running now) {
            set(now.with(progress));
        }
    }

    private void ended(Run run) {
        attempt = null;
        history.addFirst(run);
        if (history.size() > REMEMBERED) {
            history.removeLast();
        }
        set(new CallState.Done(run));
    }

    /// One call, from its thread's point of view.
    private final class Attempt implements Runnable {
        private final Request request;
        private final Instant started = Instant.now();
        private final long startNanos = System.nanoTime();
        private final AtomicReference<Optional<Progress>> newest =
                new AtomicReference<>(Optional.empty());
        private volatile Optional<Call<JsonNode>> call = Optional.empty();
        private volatile boolean cancelled;

        Attempt(Request request) {
            this.request = request;
        }

        Optional<TaskRun> task(List<TaskRun> tasks) {
            Optional<SpanId> span = call.map(Call::span);
            return tasks.stream()
                    .filter(task -> span.filter(task.call().span()::equals).isPresent())
                    .findFirst();
        }

        void cancel() {
            cancelled = true;
            call.ifPresent(Call::cancel);
        }

        /// Only one update is ever queued, however fast they come.
        private void progress(Progress progress) {
            if (newest.getAndSet(Optional.of(progress)).isEmpty()) {
                later.accept(() ->
                        newest.getAndSet(Optional.empty()).ifPresent(p -> progressed(this, p)));
            }
        }

        @Override
        public void run() {
            call = exchange.send(request, CallOptions.DEFAULT.withProgress(this::progress));
            call.map(Call::trace).ifPresent(trace -> later.accept(() -> sent(this, trace)));
            if (cancelled) {
                call.ifPresent(Call::cancel);
            }
            Outcome<JsonNode> outcome = call.map(Call::await).orElseGet(this::unsent);
            Run run =
                    new Run(
                            request,
                            outcome,
                            started,
                            call.map(Call::metrics).orElse(Run.UNSENT),
                            call.map(Call::span).orElse(null),
                            false);
            later.accept(() -> ended(run));
        }

        private Outcome<JsonNode> unsent() {
            return new Outcome.TransportError<>(
                    Problem.of(
                                    "not-connected",
                                    Layer.TRANSPORT,
                                    "The server is not connected, so nothing was sent.")
                            .withHint("Connect, then run it again."));
        }
    }
}
