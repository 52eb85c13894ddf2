package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/// A view of one content block. The block itself is always in `json`.
public sealed interface Content {
    JsonNode json();

    record Text(JsonNode json, String text) implements Content {}

    /// `data` is base64 as sent.
    record Image(JsonNode json, String data, String mimeType) implements Content {}

    /// `data` is base64 as sent.
    record Audio(JsonNode json, String data, String mimeType) implements Content {}

    record EmbeddedResource(JsonNode json, ResourceContents resource) implements Content {}

    record ResourceLink(JsonNode json, Resource resource) implements Content {}

    /// A type this version does not know, or a known one without what it needs.
    record Unknown(JsonNode json) implements Content {}

    /// The view of a block; never fails.
    static Content of(JsonNode json) {
        Optional<String> data = json.path("data").stringValueOpt();
        return switch (json.path("type").asString("")) {
            case "text" ->
                    json.path("text")
                            .stringValueOpt()
                            .<Content>map(text -> new Text(json, text))
                            .orElse(new Unknown(json));
            case "image" ->
                    data.<Content>map(d -> new Image(json, d, json.path("mimeType").asString("")))
                            .orElse(new Unknown(json));
            case "audio" ->
                    data.<Content>map(d -> new Audio(json, d, json.path("mimeType").asString("")))
                            .orElse(new Unknown(json));
            case "resource" ->
                    json.path("resource").isObject()
                            ? new EmbeddedResource(
                                    json, new ResourceContents(json.path("resource")))
                            : new Unknown(json);
            case "resource_link" -> new ResourceLink(json, new Resource(json));
            default -> new Unknown(json);
        };
    }
}
