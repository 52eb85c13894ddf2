package dev.benchlight.app.ui.result;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallMetrics;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.Progress;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceId;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server in memory: keeps what was sent, and answers when the test says so.
public final class ScriptedExchange implements Exchange {
    private final List<Request> sent = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Outcome<JsonNode>> answer = new CompletableFuture<>();
    private volatile Optional<CallOptions> options = Optional.empty();

    public List<Request> sent() {
        return sent;
    }

    /// Answers the call under way, or the next one.
    public void answer(Outcome<JsonNode> outcome) {
        answer.complete(outcome);
    }

    public void progress(Progress progress) {
        options.orElseThrow().progress().accept(progress);
    }

    @Override
    public Optional<Call<JsonNode>> send(Request request, CallOptions callOptions) {
        options = Optional.of(callOptions);
        CompletableFuture<Outcome<JsonNode>> mine = answer;
        sent.add(request);
        return Optional.of(
                new Call<>() {
                    @Override
                    public SpanId span() {
                        return new SpanId("00000000000000ab");
                    }

                    @Override
                    public TraceId trace() {
                        return TraceId.random();
                    }

                    @Override
                    public Outcome<JsonNode> await() {
                        Outcome<JsonNode> outcome = mine.join();
                        answer = new CompletableFuture<>();
                        return outcome;
                    }

                    @Override
                    public CallMetrics metrics() {
                        return new CallMetrics(Duration.ofMillis(5), 60, 100);
                    }

                    @Override
                    public void cancel() {
                        mine.complete(
                                new Outcome.Cancelled<>(
                                        Problem.of("cancelled", Layer.INPUT, "Cancelled.")));
                    }
                });
    }
}
