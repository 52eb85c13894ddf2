package dev.benchlight.mcp.rpc;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;

/// A listener that writes down what it hears, and answers as it is told to.
final class PeerLog implements PeerListener {
    final List<String> heard = new CopyOnWriteArrayList<>();
    final List<String> warnings = new CopyOnWriteArrayList<>();
    final List<Problem> closed = new CopyOnWriteArrayList<>();
    private final BiFunction<String, JsonNode, Optional<JsonNode>> answer;

    PeerLog() {
        this((method, params) -> Optional.empty());
    }

    PeerLog(BiFunction<String, JsonNode, Optional<JsonNode>> answer) {
        this.answer = answer;
    }

    @Override
    public void notified(String method, JsonNode params) {
        heard.add(method);
    }

    @Override
    public Optional<JsonNode> answer(String method, JsonNode params) {
        return answer.apply(method, params);
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
