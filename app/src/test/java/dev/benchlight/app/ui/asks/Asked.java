package dev.benchlight.app.ui.asks;

import dev.benchlight.app.ui.settings.JsonFile;
import dev.benchlight.app.ui.settings.SaveTroubles;
import dev.benchlight.mcp.rpc.Answer;
import dev.benchlight.mcp.rpc.Question;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceEvent;
import dev.benchlight.trace.TraceId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/// Questions of servers that are not there.
final class Asked {
    final ServerAnswers kept;
    final Questions questions;
    final List<TraceEvent> recorded = new CopyOnWriteArrayList<>();

    Asked(Path folder) {
        kept =
                new ServerAnswers(
                        new JsonFile(folder.resolve("asks.json"), new SaveTroubles()), "w");
        questions = new Questions(kept, recorded::add);
    }

    /// One that waits.
    ///
    /// @param call the trace of the call that it is asked during
    record Waiting(Thread thread, CompletableFuture<Answer> answer, TraceId call) {
        JsonNode result() {
            return answer.join() instanceof Answer.Result(JsonNode json) ? json : json("{}");
        }
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    Waiting ask(String server, String method, String params) {
        return ask(server, "print", method, params);
    }

    Waiting ask(String server, String fingerprint, String method, String params) {
        SpanContext span = new SpanContext(TraceId.random(), SpanId.random());
        Question question =
                new Question(
                        method,
                        json(params),
                        span,
                        Optional.of(new Question.During(span, "tools/call", "book-table")));
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Thread thread =
                Thread.ofVirtual()
                        .start(() ->
                                answer.complete(
                                        questions.handlers(fingerprint).answer(server, question)));
        return new Waiting(thread, answer, span.trace());
    }
}
