package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.schema.SchemaProblem;
import dev.benchlight.mcp.schema.SchemaValidator;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Answers what a server asks as the options say: `--elicit` and `--root`. What no option is about
/// is not offered to the server. Immutable.
final class OptionAnswers implements ClientHandlers {
    private static final int SHOWN = 300;

    private final @Nullable Elicitation elicitation;
    private final List<Path> roots;
    private final Consumer<String> told;

    /// What is answered to `elicitation/create`.
    private sealed interface Elicitation {
        record Decline() implements Elicitation {}

        /// The defaults of the schema that is asked with.
        record Defaults() implements Elicitation {}

        record Content(ObjectNode object) implements Elicitation {}
    }

    private OptionAnswers(
            @Nullable Elicitation elicitation, List<Path> roots, Consumer<String> told) {
        this.elicitation = elicitation;
        this.roots = List.copyOf(roots);
        this.told = told;
    }

    /// @param told hears in a sentence what was asked and answered
    static OptionAnswers of(Surroundings around, Consumer<String> told) throws InputException {
        Invocation invocation = around.invocation();
        List<Path> roots = new ArrayList<>();
        for (String text : invocation.values("--root")) {
            Path folder =
                    around.console()
                            .directory()
                            .resolve(Invocation.path("--root", text))
                            .normalize();
            if (!Files.isDirectory(folder)) {
                throw new InputException(
                        "bad-root", "--root " + Visible.line(text) + " is no folder.");
            }
            roots.add(folder.toAbsolutePath());
        }
        return new OptionAnswers(
                elicitation(invocation.value("--elicit"), around.console().directory()),
                roots,
                told);
    }

    private static @Nullable Elicitation elicitation(@Nullable String text, Path directory)
            throws InputException {
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "decline" -> new Elicitation.Decline();
            case "accept-defaults" -> new Elicitation.Defaults();
            default -> {
                if (!text.startsWith("@") && !text.startsWith("{")) {
                    throw new InputException(
                            "usage",
                            "--elicit takes @FILE, accept-defaults or decline, not "
                                    + Visible.line(text)
                                    + ".");
                }
                yield new Elicitation.Content(Arguments.object("--elicit", text, directory));
            }
        };
    }

    @Override
    public Optional<JsonNode> capabilities() {
        ObjectNode capabilities = JsonNodeFactory.instance.objectNode();
        if (elicitation != null) {
            capabilities.putObject("elicitation").putObject("form");
        }
        if (!roots.isEmpty()) {
            capabilities.putObject("roots");
        }
        return capabilities.isEmpty() ? Optional.empty() : Optional.of(capabilities);
    }

    @Override
    public Optional<JsonNode> answer(String server, String method, JsonNode params) {
        return switch (method) {
            case "elicitation/create" -> Optional.of(elicited(params));
            case "roots/list" -> Optional.of(rootsResult());
            default -> Optional.empty();
        };
    }

    private JsonNode elicited(JsonNode params) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        JsonNode schema = params.path("requestedSchema");
        ObjectNode content = content(schema);
        String why = refusal(params, schema, content);
        if (content == null || why != null) {
            told.accept(asked(params) + " – declined: " + why + ".");
            return result.put("action", "decline");
        }
        told.accept(asked(params) + " – answered: " + content);
        result.put("action", "accept").set("content", content);
        return result;
    }

    private static @Nullable String refusal(
            JsonNode params, JsonNode schema, @Nullable ObjectNode content) {
        if (content == null) {
            return "--elicit says so";
        }
        if (!params.path("mode").asString("form").equals("form")) {
            return "it wants a page to be opened";
        }
        return wrong(schema, content)
                .map(what -> "the answer does not fit what is asked: " + what)
                .orElse(null);
    }

    private @Nullable ObjectNode content(JsonNode schema) {
        return switch (elicitation) {
            case Elicitation.Content(ObjectNode object) -> object.deepCopy();
            case Elicitation.Defaults _ -> defaults(schema);
            case Elicitation.Decline _ -> null;
            case null -> null;
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
                .map(problem -> (problem.pointer() + " " + problem.message()).strip());
    }

    private static String asked(JsonNode params) {
        String message = params.path("message").asString("");
        String cut = message.length() <= SHOWN ? message : message.substring(0, SHOWN) + "…";
        return cut.isEmpty() ? "(no message)" : cut;
    }

    private JsonNode rootsResult() {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        var list = result.putArray("roots");
        for (Path root : roots) {
            ObjectNode entry = list.addObject().put("uri", root.toUri().toString());
            Path name = root.getFileName();
            if (name != null) {
                entry.put("name", name.toString());
            }
        }
        told.accept(
                "roots – answered: " + roots.size() + (roots.size() == 1 ? " folder" : " folders"));
        return result;
    }
}
