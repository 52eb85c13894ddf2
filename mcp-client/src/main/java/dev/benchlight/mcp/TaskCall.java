package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.AwaitedCall;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceId;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// A call of several steps, run on a virtual thread. Cancelling interrupts the step that waits.
final class TaskCall<T> extends AwaitedCall<T> {
    private final Thread thread;

    private TaskCall(SpanId span, TraceId trace, String name, Consumer<TaskCall<T>> task) {
        super(span, trace);
        thread =
                Thread.ofVirtual()
                        .name(name)
                        .unstarted(() -> {
                            try {
                                task.accept(this);
                            } catch (RuntimeException | Error e) {
                                broken(e);
                                throw e;
                            }
                        });
    }

    /// @param task its outcome is the call's
    static <T> TaskCall<T> start(
            SpanId span, TraceId trace, String name, Supplier<Outcome<T>> task) {
        TaskCall<T> call = new TaskCall<>(span, trace, name, self -> self.complete(task.get()));
        call.thread.start();
        return call;
    }

    /// @param task finds the call that is this one in the end
    static <T> TaskCall<T> following(
            SpanId span, TraceId trace, String name, Supplier<Call<T>> task) {
        TaskCall<T> call =
                new TaskCall<>(
                        span,
                        trace,
                        name,
                        self -> {
                            Call<T> last = task.get();
                            self.complete(last.await(), last.metrics());
                        });
        call.thread.start();
        return call;
    }

    @Override
    public void cancel() {
        thread.interrupt();
    }
}
