package dev.benchlight.app.ui.resources;

import dev.benchlight.app.connections.Catalogue;
import dev.benchlight.app.ui.result.Request;
import dev.benchlight.app.ui.result.Subject;
import dev.benchlight.app.workspace.CommandLine;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.ResourceTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A resource template, by its URI template. Its variables are the arguments.
///
/// @param name the URI template
public record TemplateSubject(String name) implements Subject {
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
    public JsonNode schema(JsonNode definition) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        new UriTemplate(name)
                .variables()
                .forEach(variable -> properties.putObject(variable).put("type", "string"));
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.set("properties", properties);
        return schema.put("additionalProperties", false);
    }

    @Override
    public List<String> claims(JsonNode definition) {
        String mime = definition.path("mimeType").asString("");
        return mime.isEmpty() ? List.of() : List.of(mime);
    }

    private String expanded(JsonNode arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        for (var argument : arguments.properties()) {
            values.put(argument.getKey(), argument.getValue().asString(""));
        }
        return new UriTemplate(name).expand(values);
    }

    @Override
    public boolean previews() {
        return true;
    }

    @Override
    public String preview(JsonNode arguments) {
        String unsupported = new UriTemplate(name).unsupported();
        return "Reads " + expanded(arguments) + (unsupported.isEmpty() ? "" : "\n" + unsupported);
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
