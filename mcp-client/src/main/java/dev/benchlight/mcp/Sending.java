package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.EndedCall;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.Problems;
import dev.benchlight.mcp.rpc.RpcPeer;
import dev.benchlight.mcp.rpc.RpcRequest;
import dev.benchlight.trace.TraceId;

import java.util.Set;
import java.util.function.Consumer;

/// Sends requests of a session as the era agreed on wants it, and once more where that may help.
/// Thread-safe.
///
/// @param listAgain lists the tools anew and waits for that
record Sending(
        RpcPeer peer,
        Connecting connecting,
        InputRounds rounds,
        SessionTasks tasks,
        ToolHeaders toolHeaders,
        LostAnswer lostAnswer,
        boolean http,
        Consumer<CallOptions> listAgain) {
    static final Set<String> SESSION_LOST = Set.of(Problems.SESSION_LOST);

    <T> Call<T> send(RpcRequest<T> asked, CallOptions options, TraceId trace) {
        RpcRequest<T> request = tasks.fitting(asked);
        if (connecting.era() == Era.MODERN) {
            Call<T> call = inRounds(request, options, trace);
            return http && request.method().equals("tools/call")
                    ? toolHeaders.retrying(
                            request.name(),
                            call,
                            within -> listAgain.accept(options.within(within)),
                            within -> inRounds(request, options.within(within), trace))
                    : call;
        }
        int generation = connecting.generation();
        Call<T> call = legacy(request, options, trace);
        if (!connecting.mayLoseSession()) {
            return call;
        }
        return SteppedCall.following(
                call.span(),
                trace,
                request.method(),
                () -> {
                    Outcome<T> outcome = call.await();
                    new LifeSign(peer).after(outcome, trace);
                    if (!LifeSign.hasProblem(outcome, SESSION_LOST)) {
                        return call;
                    }
                    if (connecting.again(generation, trace, call.span())) {
                        return legacy(request, options, trace);
                    }
                    return Thread.currentThread().isInterrupted() ? cancelled(call, request) : call;
                });
    }

    private <T> Call<T> legacy(RpcRequest<T> request, CallOptions options, TraceId trace) {
        return tasks.wants(request)
                ? rounds.run(request, options, trace)
                : peer.request(request, options, trace);
    }

    private <T> Call<T> inRounds(RpcRequest<T> request, CallOptions options, TraceId trace) {
        Call<T> call = rounds.run(request, options, trace);
        return http
                ? lostAnswer.repeating(
                        request, call, within -> rounds.run(request, options.within(within), trace))
                : call;
    }

    private static <T> Call<T> cancelled(Call<T> call, RpcRequest<T> request) {
        Problem problem = Problem.of("cancelled", Layer.INPUT, request.method() + " was cancelled");
        return new EndedCall<>(call.span(), call.trace(), new Outcome.Cancelled<>(problem));
    }
}
