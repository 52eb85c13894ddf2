package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The resources whose changes are wanted, and what the server said to each. Thread-safe.
final class Watched {
    private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /// What the server says to one of them, once it is known.
    static final class Verdict {
        private final CompletableFuture<Outcome<JsonNode>> future = new CompletableFuture<>();

        /// Waits for it, no longer than `within`.
        Outcome<JsonNode> await(String uri, Duration within) {
            try {
                return future.get(within.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                String text = "the server did not acknowledge the subscription to " + uri;
                return new Outcome.TimedOut<>(Problem.of("timed-out", Layer.TRANSPORT, text));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return cancelled();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private static Outcome<JsonNode> cancelled() {
        return new Outcome.Cancelled<>(
                Problem.of("cancelled", Layer.INPUT, "the subscription was cancelled"));
    }

    Verdict add(String uri) {
        Verdict verdict = verdicts.computeIfAbsent(uri, any -> new Verdict());
        if (closed) {
            verdict.future.complete(cancelled());
        }
        return verdict;
    }

    void remove(String uri) {
        verdicts.remove(uri);
    }

    Set<String> uris() {
        return Set.copyOf(verdicts.keySet());
    }

    /// @param refusal why the server does not tell of it, or null where it does
    void decide(String uri, Outcome.@Nullable NotOk<JsonNode> refusal) {
        Verdict verdict = verdicts.get(uri);
        if (verdict != null) {
            verdict.future.complete(
                    refusal == null
                            ? new Outcome.Ok<>(JsonNodeFactory.instance.objectNode())
                            : refusal);
        }
    }

    void close() {
        closed = true;
        verdicts.values().forEach(verdict -> verdict.future.complete(cancelled()));
    }
}
