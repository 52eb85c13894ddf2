package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Answer;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.rpc.Question;
import dev.benchlight.mcp.rpc.Spans;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStatus;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Gathers the input that a server requires before it goes on: all that it asks for is asked for at
/// once, each as a span below the call ("Multi Round-Trip Requests"). Thread-safe.
///
/// @param answers answers one question; its thread is interrupted when that is needed no more
record Gathering(Spans spans, Function<Question, Answer> answers) {
    private static final int AT_ONCE = 32;

    private record Given(String key, Question question, Answer answer) {}

    /// Blocks; an interrupt cancels.
    ///
    /// @param requests the server's `inputRequests`
    /// @param during the call that wants it
    /// @param longest for all of it
    /// @return `inputResponses`
    Outcome<ObjectNode> gather(JsonNode requests, Question.During during, Duration longest) {
        if (requests.size() > AT_ONCE) {
            String text =
                    "the server asks for %,d things at once (limit %d)"
                            .formatted(requests.size(), AT_ONCE);
            return new Outcome.LimitReached<>(Problem.of("too-many-questions", Layer.LIMIT, text));
        }
        BlockingQueue<Given> given = new LinkedBlockingQueue<>();
        List<Thread> threads =
                requests.properties().stream().map(ask -> ask(ask, during, given)).toList();
        try {
            return collect(requests, during, given, System.nanoTime() + nanos(longest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Cancelled<>(
                    Problem.of("cancelled", Layer.INPUT, during.method() + " was cancelled"));
        } finally {
            threads.forEach(Thread::interrupt);
        }
    }

    private static long nanos(Duration duration) {
        Duration most = Duration.ofDays(365);
        return (duration.compareTo(most) < 0 ? duration : most).toNanos();
    }

    private Thread ask(
            Map.Entry<String, JsonNode> ask, Question.During during, BlockingQueue<Given> given) {
        String method = ask.getValue().path("method").asString("");
        SpanContext call = during.span();
        SpanId span =
                spans.start(
                        call.trace(), call.span(), SpanKind.SERVER_REQUEST, method, ask.getKey());
        Question question =
                new Question(
                        method,
                        ask.getValue().path("params"),
                        new SpanContext(call.trace(), span),
                        Optional.of(during));
        return Thread.ofVirtual()
                .name("answer to " + method)
                .start(() -> given.add(new Given(ask.getKey(), question, answer(question))));
    }

    private Answer answer(Question question) {
        SpanId span = question.span().span();
        Answer answer;
        try {
            answer = answers.apply(question);
        } catch (RuntimeException | Error e) {
            answer = new Answer.Refused(Answer.INTERNAL_ERROR, "failed: " + e);
        }
        if (Thread.currentThread().isInterrupted()) {
            spans.end(span, SpanStatus.CANCELLED, "cancelled, not answered", 0, 0);
            return answer;
        }
        switch (answer) {
            case Answer.Result _ -> spans.end(span, SpanStatus.OK, "answered", 0, 0);
            case Answer.Refused(int _, String text) ->
                    spans.end(span, SpanStatus.RPC_ERROR, text, 0, 0);
            case Answer.Unsupported _ ->
                    spans.end(span, SpanStatus.RPC_ERROR, notOffered(question.method()), 0, 0);
        }
        return answer;
    }

    private static Outcome<ObjectNode> collect(
            JsonNode requests, Question.During during, BlockingQueue<Given> given, long until)
            throws InterruptedException {
        Map<String, JsonNode> all = new HashMap<>();
        while (all.size() < requests.size()) {
            Given next = given.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null) {
                String text = "what " + during.method() + " asks for was not answered in time";
                return new Outcome.TimedOut<>(
                        Problem.of("input-timed-out", Layer.INPUT, text)
                                .withHint("call it again, and answer; or allow it more time"));
            }
            String method = next.question().method();
            switch (next.answer()) {
                case Answer.Result(JsonNode json) -> all.put(next.key(), json);
                case Answer.Refused(int code, String text) -> {
                    return refused(method, code, text);
                }
                case Answer.Unsupported _ -> {
                    return violation(notOffered(method));
                }
            }
        }
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        requests.propertyNames().forEach(key -> answers.set(key, all.get(key)));
        return new Outcome.Ok<>(answers);
    }

    /// There is no way to tell the server: it is not called again.
    private static Outcome<ObjectNode> refused(String method, int code, String text) {
        if (code == Answer.INVALID_PARAMS) {
            return violation("the server asks for " + method + ": " + text);
        }
        String said = "the server asked for " + method + ", which was " + text;
        return new Outcome.Refused<>(
                Problem.of("input-refused", Layer.INPUT, said)
                        .withHint("it goes on only with an answer; call it again to give one"));
    }

    private static Outcome<ObjectNode> violation(String text) {
        return new Outcome.ProtocolViolation<>(
                Problem.of("input-not-offered", Layer.PROTOCOL, text));
    }

    private static String notOffered(String method) {
        return "the server asks for "
                + (method.isEmpty() ? "something without a method" : method)
                + ", which this client does not offer";
    }
}
