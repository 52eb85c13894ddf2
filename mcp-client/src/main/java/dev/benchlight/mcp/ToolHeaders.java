package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.EndedCall;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.trace.SpanContext;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The headers that the tools of a server want, as it last listed them. Thread-safe.
final class ToolHeaders {
    private static final int HEADER_MISMATCH = -32020;

    private final Learned<ParamHeaders> known = new Learned<>();

    /// Those of a tool; none as long as it was not listed.
    ParamHeaders of(String tool) {
        return known.of(tool).orElse(ParamHeaders.NONE);
    }

    /// Takes what a listed tool wants.
    ///
    /// @return why the tool must not be used over HTTP, or empty
    Optional<String> learn(Tool tool) {
        ParamHeaders headers = ParamHeaders.of(tool.inputSchema());
        known.put(tool.name(), headers);
        return headers.problem();
    }

    /// A call of a tool that is made once more if the server finds its headers wrong, and the tool
    /// wants other ones by now ("Custom Headers from Tool Parameters", "Client Behavior").
    ///
    /// @param list lists the tools and waits for that
    /// @param again makes the call within a span
    <T> Call<T> retrying(
            String tool,
            Call<T> first,
            Consumer<SpanContext> list,
            Function<SpanContext, Call<T>> again) {
        return SteppedCall.following(
                first.span(),
                first.trace(),
                "tools/call",
                () -> {
                    ParamHeaders sent = of(tool);
                    if (!isMismatch(first.await())) {
                        return first;
                    }
                    SpanContext within = new SpanContext(first.trace(), first.span());
                    list.accept(within);
                    ParamHeaders wanted = of(tool);
                    if (Thread.currentThread().isInterrupted()
                            || wanted.equals(sent)
                            || wanted.problem().isPresent()) {
                        return first;
                    }
                    Call<T> second = again.apply(within);
                    Outcome<T> outcome = second.await();
                    return new EndedCall<>(
                            first.span(),
                            first.trace(),
                            outcome,
                            first.metrics().plus(second.metrics()));
                });
    }

    private static boolean isMismatch(Outcome<?> outcome) {
        return outcome instanceof Outcome.RpcError<?> error && error.code() == HEADER_MISMATCH;
    }
}
