package dev.benchlight.app.ui.result;

import dev.benchlight.mcp.Content;
import dev.benchlight.mcp.Resource;
import dev.benchlight.mcp.ResourceContents;
import dev.benchlight.render.RenderInput;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Base64;
import java.util.OptionalLong;
import java.util.Set;

/// Content blocks as something the renderers can show. Decodes, so not for the JavaFX thread.
final class Blocks {
    private static final Set<String> KNOWN =
            Set.of("text", "image", "audio", "resource", "resource_link");

    private Blocks() {}

    static Part part(Content content) {
        String facts = facts(content.json());
        return switch (content) {
            case Content.Text text ->
                    new Part("text", new RenderInput.Text("text", "", text.text()), facts);
            case Content.Image image ->
                    new Part(
                            "image · " + image.mimeType(),
                            decoded("image", image.mimeType(), image.data(), image.json()),
                            facts);
            case Content.Audio audio ->
                    new Part(
                            "audio · " + audio.mimeType(),
                            decoded("audio", audio.mimeType(), audio.data(), audio.json()),
                            facts);
            case Content.EmbeddedResource embedded -> embedded(embedded.resource(), facts);
            case Content.ResourceLink link -> link(link.resource(), facts);
            case Content.Unknown unknown -> unknown(unknown.json(), facts);
        };
    }

    private static Part embedded(ResourceContents resource, String facts) {
        return new Part(
                "embedded resource",
                new RenderInput.Embedded(
                        resource.uri(), resource.uri(), contents(resource.uri(), resource)),
                facts);
    }

    private static Part link(Resource resource, String facts) {
        JsonNode size = resource.json().path("size");
        return new Part(
                "resource link",
                new RenderInput.ResourceLink(
                        resource.title(),
                        resource.uri(),
                        resource.description(),
                        resource.mimeType(),
                        size.canConvertToLong()
                                ? OptionalLong.of(size.asLong())
                                : OptionalLong.empty(),
                        resource.json()),
                facts);
    }

    private static Part unknown(JsonNode json, String facts) {
        String type = json.path("type").asString("");
        String reason =
                !json.isObject()
                        ? "it is no object"
                        : KNOWN.contains(type) ? "it lacks what this type needs" : "";
        return new Part(
                type.isEmpty() ? "untyped" : type,
                new RenderInput.Unknown("content", type, reason, json),
                facts);
    }

    static RenderInput contents(String name, ResourceContents contents) {
        if (contents.text().isPresent()) {
            return new RenderInput.Text(name, contents.mimeType(), contents.text().get());
        }
        if (contents.blob().isPresent()) {
            return decoded(name, contents.mimeType(), contents.blob().get(), contents.json());
        }
        return new RenderInput.Unknown(
                name, "resource", "it has neither text nor blob", contents.json());
    }

    private static RenderInput decoded(String name, String mime, String data, JsonNode json) {
        try {
            return new RenderInput.Bytes(name, mime, decoded(data));
        } catch (IllegalArgumentException e) {
            return new RenderInput.Unknown(
                    name, mime, "its data is not base64: " + e.getMessage(), json);
        }
    }

    /// Line breaks are let through; any other foreign character is a fault worth showing.
    private static byte[] decoded(String data) {
        try {
            return Base64.getDecoder().decode(data);
        } catch (IllegalArgumentException _) {
            return Base64.getDecoder().decode(data.replaceAll("\\s", ""));
        }
    }

    /// What is said of a block beside its content.
    static String facts(JsonNode json) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        for (String field : new String[] {"annotations", "_meta"}) {
            if (json.has(field)) {
                facts.set(field, json.path(field));
            }
        }
        return facts.isEmpty() ? "" : facts.toString();
    }
}
