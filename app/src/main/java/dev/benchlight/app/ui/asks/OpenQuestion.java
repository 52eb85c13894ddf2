package dev.benchlight.app.ui.asks;

import dev.benchlight.mcp.Asking;
import dev.benchlight.mcp.rpc.Answer;
import dev.benchlight.mcp.rpc.Question;
import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.TraceId;
import dev.benchlight.trace.TraceRecorder;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// A question of a server's that waits for the user. Thread-safe.
final class OpenQuestion {
    /// Characters of an edited request in one line for people.
    private static final int LONGEST = 2_000;

    private final long id;
    private final String server;
    private final Question question;
    private final TraceRecorder traces;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private volatile String ended = "";

    /// @param id larger than those of all earlier ones
    OpenQuestion(long id, String server, Question question, TraceRecorder traces) {
        this.id = id;
        this.server = server;
        this.question = question;
        this.traces = traces;
    }

    long id() {
        return id;
    }

    /// The server's name as the user knows it.
    String server() {
        return server;
    }

    String method() {
        return question.method();
    }

    JsonNode params() {
        return question.params();
    }

    Optional<Question.During> during() {
        return question.during();
    }

    /// Whether it is asked during a call, of this trace; also where the server does not say during
    /// which.
    boolean isAskedDuring(TraceId call) {
        return during().map(during -> during.span().trace().equals(call)).orElse(true);
    }

    /// Why no answer is wanted any more, or empty while one is.
    String ended() {
        return ended;
    }

    boolean isOpen() {
        return ended.isEmpty() && !answer.isDone();
    }

    /// The first answer counts.
    void answer(Answer given) {
        answer.complete(given);
    }

    /// Keeps in the trace what an answer belongs to, where that is not what was asked. To be told
    /// before the answer is given.
    void answersInstead(JsonNode edited) {
        String json = edited.toString();
        String text = json.length() <= LONGEST ? json : json.substring(0, LONGEST) + "…";
        traces.record(
                new SpanNote(
                        question.span().span(),
                        SpanNote.Type.LOG,
                        "the user edited the request: " + text,
                        json,
                        null,
                        Moment.now()));
    }

    /// Says no as the method has it: an elicitation is declined, all else is refused.
    void decline() {
        answer(declined(method()));
    }

    static Answer declined(String method) {
        return method.equals(Asking.ELICITATION)
                ? new Answer.Result(JsonNodeFactory.instance.objectNode().put("action", "decline"))
                : Answer.refused("refused: the user rejected " + method);
    }

    /// Dismisses it without a decision.
    void cancel() {
        answer(Asking.cancelled(question));
    }

    /// Waits for the user; an interrupt ends the question.
    ///
    /// @return empty if it was interrupted; the thread is, then
    Optional<Answer> await() {
        try {
            return Optional.of(answer.get());
        } catch (InterruptedException _) {
            ended = "It is not wanted any more: the call has ended, or the server took it back.";
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    Answer cancelled() {
        return Asking.cancelled(question);
    }
}
