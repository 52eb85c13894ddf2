package dev.benchlight.app.doctor;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// What a server says of itself and what it offers, as it sent it.
///
/// @param modern whether its revision has no handshake, so that output schemas may be of any type
/// @param server the result of `initialize` or `server/discover`
public record Offer(
        boolean modern,
        JsonNode server,
        List<JsonNode> tools,
        List<JsonNode> prompts,
        List<JsonNode> resources,
        List<JsonNode> templates) {
    public Offer {
        tools = List.copyOf(tools);
        prompts = List.copyOf(prompts);
        resources = List.copyOf(resources);
        templates = List.copyOf(templates);
    }

    /// All of a kind; none of the server itself.
    public List<JsonNode> of(Place.Kind kind) {
        return switch (kind) {
            case SERVER -> List.of();
            case TOOL -> tools;
            case PROMPT -> prompts;
            case RESOURCE -> resources;
            case TEMPLATE -> templates;
        };
    }

    /// What tells an item from others of its kind.
    public static String nameOf(Place.Kind kind, JsonNode item) {
        String member =
                switch (kind) {
                    case RESOURCE -> "uri";
                    case TEMPLATE -> "uriTemplate";
                    case SERVER, TOOL, PROMPT -> "name";
                };
        return item.path(member).asString("");
    }
}
