package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.AwaitedCall;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceId;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// A call of several steps, run on a virtual thread. Cancelling interrupts the step that waits.
final class SteppedCall<T> extends AwaitedCall<T> {
    private final Thread thread;

    private SteppedCall(SpanId span, TraceId trace, String name, Consumer<SteppedCall<T>> steps) {
        super(span, trace);
        thread =
                Thread.ofVirtual()
                        .name(name)
                        .unstarted(() -> {
                            try {
                                steps.accept(this);
                            } catch (RuntimeException | Error e) {
                                broken(e);
                                throw e;
                            }
                        });
    }

    /// @param steps their outcome is the call's
    static <T> SteppedCall<T> start(
            SpanId span, TraceId trace, String name, Supplier<Outcome<T>> steps) {
        SteppedCall<T> call =
                new SteppedCall<>(span, trace, name, self -> self.complete(steps.get()));
        call.thread.start();
        return call;
    }

    /// @param steps find the call that is this one in the end
    static <T> SteppedCall<T> following(
            SpanId span, TraceId trace, String name, Supplier<Call<T>> steps) {
        SteppedCall<T> call =
                new SteppedCall<>(
                        span,
                        trace,
                        name,
                        self -> {
                            Call<T> last = steps.get();
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
