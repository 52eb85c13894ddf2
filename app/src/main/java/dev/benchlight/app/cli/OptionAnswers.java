package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.Asking;
import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.rpc.Answer;
import dev.benchlight.mcp.rpc.Question;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Answers what a server asks as the options say: `--elicit`, `--sampling` and `--root`. What no
/// option is about is not offered to the server. Immutable.
final class OptionAnswers implements ClientHandlers {
    private static final int SHOWN = 300;

    private final Map<String, Option> byMethod;

    /// What one option answers.
    interface Option {
        /// The name of the capability that it gives the client.
        String capability();

        /// What is declared under that name.
        ObjectNode declared();

        Answer answer(JsonNode params);
    }

    private OptionAnswers(Map<String, Option> byMethod) {
        this.byMethod = new TreeMap<>(byMethod);
    }

    /// @param told hears in a sentence what was asked and answered
    static OptionAnswers of(Surroundings around, Consumer<String> told) throws InputException {
        Invocation invocation = around.invocation();
        Path directory = around.console().directory();
        Map<String, Option> options = new TreeMap<>();
        ElicitOption.of(invocation.value("--elicit"), directory, told)
                .ifPresent(option -> options.put(Asking.ELICITATION, option));
        SamplingOption.of(invocation.value("--sampling"), told)
                .ifPresent(option -> options.put(Asking.SAMPLING, option));
        RootOption.of(invocation.values("--root"), directory, told)
                .ifPresent(option -> options.put(Asking.ROOTS, option));
        return new OptionAnswers(options);
    }

    @Override
    public Optional<JsonNode> capabilities() {
        ObjectNode capabilities = JsonNodeFactory.instance.objectNode();
        byMethod.values()
                .forEach(option -> capabilities.set(option.capability(), option.declared()));
        return capabilities.isEmpty() ? Optional.empty() : Optional.of(capabilities);
    }

    @Override
    public Answer answer(String server, Question question) {
        Option option = byMethod.get(question.method());
        return option == null ? new Answer.Unsupported() : option.answer(question.params());
    }

    /// The text, or as much of it as one line has room for.
    static String cut(String text) {
        String cut = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return cut.isEmpty() ? "(no message)" : cut;
    }
}
