package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.rpc.Answer;
import dev.benchlight.mcp.schema.SchemaProblem;
import dev.benchlight.mcp.schema.SchemaValidator;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// `--elicit`: answers the forms of a server. A page is never opened; it is only named.
final class ElicitOption implements OptionAnswers.Option {
    private final Kind kind;
    private final Consumer<String> told;

    private sealed interface Kind {
        record Decline() implements Kind {}

        /// The defaults of the schema that is asked with.
        record Defaults() implements Kind {}

        record Content(ObjectNode object) implements Kind {}
    }

    private ElicitOption(Kind kind, Consumer<String> told) {
        this.kind = kind;
        this.told = told;
    }

    static Optional<OptionAnswers.Option> of(
            @Nullable String text, Path directory, Consumer<String> told) throws InputException {
        if (text == null) {
            return Optional.empty();
        }
        Kind kind =
                switch (text) {
                    case "decline" -> new Kind.Decline();
                    case "accept-defaults" -> new Kind.Defaults();
                    default -> {
                        if (!text.startsWith("@") && !text.startsWith("{")) {
                            throw new InputException(
                                    "usage",
                                    "--elicit takes @FILE, accept-defaults or decline, not "
                                            + Visible.line(text)
                                            + ".");
                        }
                        yield new Kind.Content(Arguments.object("--elicit", text, directory));
                    }
                };
        return Optional.of(new ElicitOption(kind, told));
    }

    @Override
    public String capability() {
        return "elicitation";
    }

    @Override
    public ObjectNode declared() {
        ObjectNode modes = JsonNodeFactory.instance.objectNode();
        modes.putObject("form");
        return modes;
    }

    @Override
    public Answer answer(JsonNode params) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        JsonNode schema = params.path("requestedSchema");
        String asked = OptionAnswers.cut(params.path("message").asString(""));
        ObjectNode content = content(schema);
        String why = content == null ? "--elicit says so" : wrong(schema, content).orElse(null);
        if (content == null || why != null) {
            told.accept(asked + " – declined: " + why + ".");
            return new Answer.Result(result.put("action", "decline"));
        }
        told.accept(asked + " – answered: " + OptionAnswers.cut(content.toString()));
        return new Answer.Result(result.put("action", "accept").set("content", content));
    }

    private @Nullable ObjectNode content(JsonNode schema) {
        return switch (kind) {
            case Kind.Content(ObjectNode object) -> object.deepCopy();
            case Kind.Defaults _ -> defaults(schema);
            case Kind.Decline _ -> null;
        };
    }

    private static ObjectNode defaults(JsonNode schema) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        schema.path("properties")
                .properties()
                .forEach(property ->
                        property.getValue()
                                .optional("default")
                                .ifPresent(value -> content.set(property.getKey(), value)));
        return content;
    }

    private static Optional<String> wrong(JsonNode schema, ObjectNode content) {
        return SchemaValidator.validate(schema, content).stream()
                .filter(SchemaProblem::checked)
                .findFirst()
                .map(problem ->
                        "the answer does not fit what is asked: "
                                + (problem.pointer() + " " + problem.message()).strip());
    }
}
