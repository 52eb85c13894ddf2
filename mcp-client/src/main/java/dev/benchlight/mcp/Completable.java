package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What has arguments that a server may complete ("Completion").
public sealed interface Completable {
    record OfPrompt(String name) implements Completable {}

    record OfTemplate(String uriTemplate) implements Completable {}

    /// As `ref` of the request.
    default JsonNode ref() {
        return switch (this) {
            case OfPrompt(String name) ->
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("type", "ref/prompt")
                            .put("name", name);
            case OfTemplate(String uriTemplate) ->
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("type", "ref/resource")
                            .put("uri", uriTemplate);
        };
    }
}
