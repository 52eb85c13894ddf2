package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.AwaitedCall;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceId;

import java.util.function.Supplier;

/// A call of several steps, run on a virtual thread. Cancelling interrupts the step that waits.
final class TaskCall<T> extends AwaitedCall<T> {
    private final Thread thread;

    private TaskCall(SpanId span, TraceId trace, String name, Supplier<Outcome<T>> task) {
        super(span, trace);
        thread =
                Thread.ofVirtual()
                        .name(name)
                        .unstarted(() -> {
                            try {
                                complete(task.get());
                            } catch (RuntimeException | Error e) {
                                broken(e);
                                throw e;
                            }
                        });
    }

    /// @param task its outcome is the call's
    static <T> TaskCall<T> start(
            SpanId span, TraceId trace, String name, Supplier<Outcome<T>> task) {
        TaskCall<T> call = new TaskCall<>(span, trace, name, task);
        call.thread.start();
        return call;
    }

    @Override
    public void cancel() {
        thread.interrupt();
    }
}
