package dev.benchlight.app.ui.resources;

import dev.benchlight.app.connections.Catalogue;
import dev.benchlight.app.ui.result.Request;
import dev.benchlight.app.ui.result.Subject;
import dev.benchlight.app.workspace.CommandLine;
import dev.benchlight.mcp.Completable;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.ResourceTemplate;
import dev.benchlight.mcp.uri.UriTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/// A resource template, by its URI template. Its variables are the arguments.
///
/// @param name the URI template
public record TemplateSubject(String name) implements Subject {
    private static final int MOST_VARIABLES = 200;

    @Override
    public String kind() {
        return "resource template";
    }

    @Override
    public String action() {
        return "Read";
    }

    @Override
    public Listing<?> listing(Catalogue catalogue) {
        return catalogue.templates();
    }

    @Override
    public Optional<JsonNode> find(Catalogue catalogue) {
        return catalogue.templates().items().stream()
                .filter(template -> template.uriTemplate().equals(name))
                .map(ResourceTemplate::json)
                .findFirst();
    }

    @Override
    public Optional<Completable> completable() {
        return Optional.of(new Completable.OfTemplate(name));
    }

    @Override
    public JsonNode schema(JsonNode definition) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        UriTemplate.parse(name).variables().stream()
                .limit(MOST_VARIABLES)
                .forEach(variable -> properties.set(variable.name(), schema(variable)));
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.set("properties", properties);
        return schema.put("additionalProperties", false);
    }

    /// A variable that is exploded is meant for a list or for keys and values; a text will do too.
    private static ObjectNode schema(UriTemplate.Variable variable) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (!variable.explode()) {
            schema.put("type", "string");
            if (variable.prefix() > 0) {
                schema.put(
                        "description",
                        "Of this the first "
                                + (variable.prefix() == 1
                                        ? "character is"
                                        : variable.prefix() + " characters are")
                                + " used.");
            }
            return schema;
        }
        var shapes = schema.putArray("anyOf");
        shapes.addObject()
                .put("title", "List")
                .put("type", "array")
                .putObject("items")
                .put("type", "string");
        shapes.addObject()
                .put("title", "Keys and values")
                .put("type", "object")
                .putObject("additionalProperties")
                .put("type", "string");
        shapes.addObject().put("title", "Text").put("type", "string");
        return schema;
    }

    @Override
    public List<String> claims(JsonNode definition) {
        String mime = definition.path("mimeType").asString("");
        return mime.isEmpty() ? List.of() : List.of(mime);
    }

    private String expanded(JsonNode arguments) {
        return UriTemplate.parse(name).expand(UriValues.of(arguments));
    }

    @Override
    public boolean previews() {
        return true;
    }

    @Override
    public String preview(JsonNode arguments) {
        StringBuilder text = new StringBuilder("Reads " + expanded(arguments));
        UriTemplate.parse(name).faults().stream()
                .limit(3)
                .forEach(fault -> text.append('\n').append(fault.sentence()));
        return text.toString();
    }

    /// What is sent is the URI alone.
    @Override
    public Request request(JsonNode arguments) {
        return ResourceSubject.reading(expanded(arguments));
    }

    @Override
    public String commandLine(String server, JsonNode arguments) {
        return CommandLine.of("benchlight", "read", server, expanded(arguments));
    }
}
