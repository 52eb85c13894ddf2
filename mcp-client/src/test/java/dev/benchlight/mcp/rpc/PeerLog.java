package dev.benchlight.mcp.rpc;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/// A listener that writes down what it hears, and answers as it is told to.
final class PeerLog implements PeerListener {
    final List<String> heard = new CopyOnWriteArrayList<>();
    final List<String> warnings = new CopyOnWriteArrayList<>();
    final List<Problem> closed = new CopyOnWriteArrayList<>();
    private final Function<Question, Answer> answer;

    PeerLog() {
        this(question -> new Answer.Unsupported());
    }

    PeerLog(Function<Question, Answer> answer) {
        this.answer = answer;
    }

    @Override
    public void notified(String method, JsonNode params) {
        heard.add(method);
    }

    @Override
    public Answer answer(Question question) {
        return answer.apply(question);
    }

    /// Kept as the code, a colon and the sample.
    @Override
    public void warning(String code, String message, String sample) {
        warnings.add(code + ": " + sample);
    }

    @Override
    public void stderr(String line) {
        heard.add("stderr " + line);
    }

    @Override
    public void closed(Problem problem) {
        closed.add(problem);
    }
}
