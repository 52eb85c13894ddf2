package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.EndedCall;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.RpcRequest;
import dev.benchlight.mcp.rpc.Spans;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanNote;

import java.util.function.Function;

/// What is done about an answer over HTTP that broke off: from 2026-07-28 on no stream is resumed,
/// and the request is sent once more under a new id. That is done where it harms nobody: not for a
/// tool, unless the server claims that it only reads or may be called again. Thread-safe.
final class LostAnswer {
    private final Spans spans;
    private final Learned<Boolean> harmless = new Learned<>();

    LostAnswer(Spans spans) {
        this.spans = spans;
    }

    /// Takes what a listed tool claims of itself.
    void learn(Tool tool) {
        boolean claimed =
                tool.annotations().path("readOnlyHint").booleanValue(false)
                        || tool.annotations().path("idempotentHint").booleanValue(false);
        harmless.put(tool.name(), claimed);
    }

    /// @param again makes the same request within a span
    <T> Call<T> repeating(
            RpcRequest<T> request, Call<T> first, Function<SpanContext, Call<T>> again) {
        if (request.method().equals("tools/call") && !harmless.of(request.name()).orElse(false)) {
            return first;
        }
        return SteppedCall.following(
                first.span(),
                first.trace(),
                request.method(),
                () -> {
                    if (!LifeSign.isBrokenOff(first.await())
                            || Thread.currentThread().isInterrupted()) {
                        return first;
                    }
                    spans.note(
                            first.span(),
                            SpanNote.Type.STEP,
                            "the answer was lost; sent again under a new id",
                            null,
                            null);
                    Call<T> second = again.apply(new SpanContext(first.trace(), first.span()));
                    Outcome<T> outcome = second.await();
                    return new EndedCall<>(
                            first.span(),
                            first.trace(),
                            outcome,
                            first.metrics().plus(second.metrics()));
                });
    }
}
