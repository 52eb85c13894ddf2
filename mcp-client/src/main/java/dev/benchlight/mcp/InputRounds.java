package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallMetrics;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.EndedCall;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.RpcPeer;
import dev.benchlight.mcp.rpc.RpcRequest;
import dev.benchlight.mcp.rpc.Spans;
import dev.benchlight.mcp.tasks.Task;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Requests that a server answers in several rounds: what it asks for is gathered, and the request
/// is sent again with it ("Multi Round-Trip Requests", 2026-07-28). Each round is a request of its
/// own in the trace, and what was asked stands below it. Thread-safe.
record InputRounds(RpcPeer peer, Asking asking, TaskFollower tasks) {
    private static final int MOST = 10;

    /// Answers what a server asks of the client.
    interface Answerer {
        /// @return the result, or empty if this is not offered to the server
        Optional<JsonNode> answer(String method, JsonNode params);
    }

    <T> Call<T> run(RpcRequest<T> request, CallOptions options, TraceId trace) {
        Call<Reply<T>> first =
                peer.request(Reply.request(request, tasks.reader().get()), options, trace);
        return TaskCall.following(
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
            SpanContext within = new SpanContext(first.trace(), call.span());
            switch (asking.gather(asked.path("inputRequests"), within, options)) {
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

    /// Gathers what a server asks of the client.
    record Asking(Spans spans, Answerer answerer) implements TaskFollower.Input {
        @Override
        public Outcome<ObjectNode> gather(JsonNode asked, SpanContext within, CallOptions options) {
            ObjectNode answers = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> ask : asked.properties()) {
                String method = ask.getValue().path("method").asString("");
                SpanId span =
                        spans.start(
                                within.trace(),
                                within.span(),
                                SpanKind.SERVER_REQUEST,
                                method,
                                ask.getKey());
                Optional<JsonNode> answer = answerer.answer(method, ask.getValue().path("params"));
                if (Thread.currentThread().isInterrupted()) {
                    spans.end(span, SpanStatus.CANCELLED, "cancelled, not answered", 0, 0);
                    return new Outcome.Cancelled<>(
                            Problem.of("cancelled", Layer.INPUT, method + " was cancelled"));
                }
                if (answer.isEmpty()) {
                    String text =
                            "the server asks for "
                                    + (method.isEmpty() ? "something without a method" : method)
                                    + ", which this client does not offer";
                    spans.end(span, SpanStatus.RPC_ERROR, text, 0, 0);
                    return new Outcome.ProtocolViolation<>(
                            Problem.of("input-not-offered", Layer.PROTOCOL, text));
                }
                answers.set(ask.getKey(), answer.get());
                spans.end(span, SpanStatus.OK, "answered", 0, 0);
            }
            return new Outcome.Ok<>(answers);
        }
    }
}
