package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallMetrics;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.EndedCall;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.Question;
import dev.benchlight.mcp.rpc.RpcPeer;
import dev.benchlight.mcp.rpc.RpcRequest;
import dev.benchlight.mcp.tasks.Task;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.TraceId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;

/// Requests that a server answers in several rounds: what it asks for is gathered, and the request
/// is sent again with it ("Multi Round-Trip Requests", 2026-07-28). Each round is a request of its
/// own in the trace. Thread-safe.
record InputRounds(RpcPeer peer, Gathering gathering, TaskFollower tasks) {
    private static final int MOST = 10;

    <T> Call<T> run(RpcRequest<T> request, CallOptions options, TraceId trace) {
        Call<Reply<T>> first =
                peer.request(Reply.request(request, tasks.reader().get()), options, trace);
        return SteppedCall.following(
                first.span(), trace, request.method(), () -> rounds(request, options, first));
    }

    /// @return the call as it ended; its metrics leave out the time in which input was gathered
    private <T> Call<T> rounds(RpcRequest<T> request, CallOptions options, Call<Reply<T>> first) {
        Call<Reply<T>> call = first;
        CallMetrics metrics = CallMetrics.NONE;
        for (int round = 1; ; round++) {
            Outcome<Reply<T>> outcome = call.await();
            metrics = metrics.plus(call.metrics());
            if (outcome instanceof Outcome.Ok<Reply<T>>(Reply.Started<T>(Task task))) {
                return task(request, options, first, task);
            }
            if (!(outcome
                    instanceof Outcome.Ok<Reply<T>>(Reply.InputRequired<T>(JsonNode asked)))) {
                return ended(first, outcome.map(InputRounds::value), metrics);
            }
            if (round == MOST) {
                return ended(first, tooMany(request), metrics);
            }
            Question.During during =
                    new Question.During(
                            new SpanContext(first.trace(), call.span()),
                            request.method(),
                            request.name());
            switch (gathering.gather(asked.path("inputRequests"), during, options.maximum())) {
                case Outcome.Ok<ObjectNode>(ObjectNode answers) ->
                        call =
                                peer.request(
                                        Reply.request(
                                                again(request, asked, answers),
                                                tasks.reader().get()),
                                        options.within(
                                                new SpanContext(first.trace(), first.span())),
                                        first.trace());
                case Outcome.NotOk<ObjectNode> refused -> {
                    Outcome<T> outcomeOfAll =
                            refused.map(nothing -> {
                                throw new IllegalStateException("a refusal has no value");
                            });
                    return ended(first, outcomeOfAll, metrics);
                }
            }
        }
    }

    /// The call as its task ended; its time is that of the task too.
    private <T> Call<T> task(
            RpcRequest<T> request, CallOptions options, Call<Reply<T>> first, Task task) {
        long start = System.nanoTime();
        SpanContext within = new SpanContext(first.trace(), first.span());
        Outcome<T> outcome = tasks.follow(request, options, within, task, false);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        return ended(first, outcome, first.metrics().plus(new CallMetrics(taken, 0, 0)));
    }

    private static <T> Call<T> ended(Call<?> first, Outcome<T> outcome, CallMetrics metrics) {
        return new EndedCall<>(first.span(), first.trace(), outcome, metrics);
    }

    private static <T> Outcome<T> tooMany(RpcRequest<T> request) {
        String text =
                "the server wanted input "
                        + MOST
                        + " times and did not answer "
                        + request.method()
                        + " (limit rounds)";
        return new Outcome.LimitReached<>(Problem.of("too-many-rounds", Layer.LIMIT, text));
    }

    private static <T> T value(Reply<T> reply) {
        return switch (reply) {
            case Reply.Complete<T>(T value) -> value;
            case Reply.InputRequired<T> _, Reply.Started<T> _ ->
                    throw new IllegalStateException("there is more to come, yet the call ended");
        };
    }

    /// The request as it was, with what the server asked for.
    private static <T> RpcRequest<T> again(
            RpcRequest<T> request, JsonNode asked, ObjectNode answers) {
        JsonNode before = request.params();
        ObjectNode params =
                before instanceof ObjectNode object
                        ? object.deepCopy()
                        : JsonNodeFactory.instance.objectNode();
        if (asked.has("inputRequests")) {
            params.set("inputResponses", answers);
        }
        asked.path("requestState")
                .stringValueOpt()
                .ifPresent(state -> params.put("requestState", state));
        return request.with(params);
    }
}
