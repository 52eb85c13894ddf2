package dev.benchlight.app.ui.prompts;

import dev.benchlight.app.connections.Catalogue;
import dev.benchlight.app.ui.result.Request;
import dev.benchlight.app.ui.result.Subject;
import dev.benchlight.app.workspace.CommandLine;
import dev.benchlight.mcp.Completable;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.Prompt;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A prompt, by its name. Its arguments are all strings.
public record PromptSubject(String name) implements Subject {
    @Override
    public String kind() {
        return "prompt";
    }

    @Override
    public String action() {
        return "Get prompt";
    }

    @Override
    public Optional<Completable> completable() {
        return Optional.of(new Completable.OfPrompt(name));
    }

    @Override
    public Listing<?> listing(Catalogue catalogue) {
        return catalogue.prompts();
    }

    @Override
    public Optional<JsonNode> find(Catalogue catalogue) {
        return catalogue.prompts().items().stream()
                .filter(prompt -> prompt.name().equals(name))
                .map(Prompt::json)
                .findFirst();
    }

    @Override
    public JsonNode schema(JsonNode definition) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        ObjectNode properties = nodes.objectNode();
        ArrayNode required = nodes.arrayNode();
        for (Prompt.Argument argument : new Prompt(definition).arguments()) {
            ObjectNode property = nodes.objectNode().put("type", "string");
            argument.json().optional("title").ifPresent(title -> property.set("title", title));
            if (!argument.description().isEmpty()) {
                property.put("description", argument.description());
            }
            properties.set(argument.name(), property);
            if (argument.required()) {
                required.add(argument.name());
            }
        }
        ObjectNode schema = nodes.objectNode().put("type", "object");
        schema.set("properties", properties);
        schema.set("required", required);
        return schema.put("additionalProperties", false);
    }

    @Override
    public Request request(JsonNode arguments) {
        ObjectNode params = JsonNodeFactory.instance.objectNode().put("name", name);
        params.set("arguments", arguments);
        return new Request("prompts/get", params);
    }

    @Override
    public String commandLine(String server, JsonNode arguments) {
        List<String> words = new ArrayList<>(List.of("benchlight", "prompt", server, name));
        for (var argument : arguments.properties()) {
            words.add("--arg");
            words.add(argument.getKey() + "=" + argument.getValue().asString(""));
        }
        return CommandLine.of(words.toArray(String[]::new));
    }
}
