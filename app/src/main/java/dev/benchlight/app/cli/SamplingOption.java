package dev.benchlight.app.cli;

import dev.benchlight.mcp.rpc.Answer;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;
import java.util.function.Consumer;

/// `--sampling`: says one text wherever a server wants a model to say something.
final class SamplingOption implements OptionAnswers.Option {
    private static final String DECLINE = "decline";

    private final String text;
    private final Consumer<String> told;

    private SamplingOption(String text, Consumer<String> told) {
        this.text = text;
        this.told = told;
    }

    static Optional<OptionAnswers.Option> of(@Nullable String text, Consumer<String> told) {
        return Optional.ofNullable(text).map(given -> new SamplingOption(given, told));
    }

    @Override
    public String capability() {
        return "sampling";
    }

    @Override
    public ObjectNode declared() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public Answer answer(JsonNode params) {
        String asked = "a model is asked: " + OptionAnswers.cut(last(params));
        if (text.equals(DECLINE)) {
            told.accept(asked + " – declined: --sampling says so.");
            return Answer.refused("refused: the user rejected the sampling request");
        }
        told.accept(asked + " – answered: " + OptionAnswers.cut(text));
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("role", "assistant");
        result.putObject("content").put("type", "text").put("text", text);
        return new Answer.Result(result.put("model", "benchlight").put("stopReason", "endTurn"));
    }

    /// What the last message says, where it is text.
    private static String last(JsonNode params) {
        JsonNode messages = params.path("messages");
        JsonNode content = messages.path(messages.size() - 1).path("content");
        JsonNode block = content.isArray() ? content.path(0) : content;
        return block.path("text").asString(block.path("type").asString(""));
    }
}
