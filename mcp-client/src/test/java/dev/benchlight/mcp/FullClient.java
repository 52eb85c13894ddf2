package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Answer;
import dev.benchlight.mcp.rpc.Question;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;

/// Offers servers all they may ask for, and answers whoever asks: a name, a sentence, a folder.
final class FullClient implements ClientHandlers {
    @Override
    public Optional<JsonNode> capabilities() {
        return Optional.of(json("{\"elicitation\":{\"form\":{}},\"sampling\":{},\"roots\":{}}"));
    }

    @Override
    public Answer answer(String server, Question question) {
        return new Answer.Result(
                json(
                        switch (question.method()) {
                            case Asking.SAMPLING ->
                                    "{\"role\":\"assistant\",\"model\":\"me\",\"content\":"
                                            + "{\"type\":\"text\",\"text\":\"It is.\"}}";
                            case Asking.ROOTS -> "{\"roots\":[{\"uri\":\"file:///tmp\"}]}";
                            default -> "{\"action\":\"accept\",\"content\":{\"name\":\"Jo\"}}";
                        }));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
