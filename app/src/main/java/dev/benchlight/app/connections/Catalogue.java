package dev.benchlight.app.connections;

import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.Prompt;
import dev.benchlight.mcp.Resource;
import dev.benchlight.mcp.ResourceTemplate;
import dev.benchlight.mcp.Tool;

import java.util.List;

/// What a server offers, as last listed.
///
/// @param asked whether every kind was asked for; until then, what is missing may still come
public record Catalogue(
        Listing<Tool> tools,
        Listing<Prompt> prompts,
        Listing<Resource> resources,
        Listing<ResourceTemplate> templates,
        boolean asked) {

    public static final Catalogue EMPTY = new Catalogue(empty(), empty(), empty(), empty(), false);

    private static <T> Listing<T> empty() {
        return new Listing<>(List.of(), List.of(), List.of(), true);
    }
}
