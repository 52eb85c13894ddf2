package dev.benchlight.app.ui.resources;

import dev.benchlight.app.connections.Catalogue;
import dev.benchlight.app.ui.result.Request;
import dev.benchlight.app.ui.result.Subject;
import dev.benchlight.app.workspace.CommandLine;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.Resource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A resource, by its URI.
///
/// @param name the URI
public record ResourceSubject(String name) implements Subject {
    @Override
    public String kind() {
        return "resource";
    }

    @Override
    public String action() {
        return "Read";
    }

    @Override
    public Listing<?> listing(Catalogue catalogue) {
        return catalogue.resources();
    }

    @Override
    public Optional<JsonNode> find(Catalogue catalogue) {
        return catalogue.resources().items().stream()
                .filter(resource -> resource.uri().equals(name))
                .map(Resource::json)
                .findFirst();
    }

    @Override
    public JsonNode schema(JsonNode definition) {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public boolean takesArguments() {
        return false;
    }

    @Override
    public List<String> claims(JsonNode definition) {
        List<String> claims = new ArrayList<>();
        String mime = definition.path("mimeType").asString("");
        if (!mime.isEmpty()) {
            claims.add(mime);
        }
        if (definition.path("size").isNumber()) {
            claims.add("claims " + definition.path("size").asString() + " bytes");
        }
        return claims;
    }

    @Override
    public Request request(JsonNode arguments) {
        return reading(name);
    }

    static Request reading(String uri) {
        return new Request("resources/read", JsonNodeFactory.instance.objectNode().put("uri", uri));
    }

    @Override
    public String commandLine(String server, JsonNode arguments) {
        return CommandLine.of("benchlight", "read", server, name);
    }
}
