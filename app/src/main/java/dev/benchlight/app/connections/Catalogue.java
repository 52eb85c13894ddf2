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

    Catalogue withTools(Listing<Tool> now) {
        return new Catalogue(now, prompts, resources, templates, asked);
    }

    Catalogue withPrompts(Listing<Prompt> now) {
        return new Catalogue(tools, now, resources, templates, asked);
    }

    Catalogue withResources(Listing<Resource> now) {
        return new Catalogue(tools, prompts, now, templates, asked);
    }

    Catalogue withTemplates(Listing<ResourceTemplate> now) {
        return new Catalogue(tools, prompts, resources, now, asked);
    }

    Catalogue allAsked() {
        return new Catalogue(tools, prompts, resources, templates, true);
    }

    private static <T> Listing<T> empty() {
        return new Listing<>(List.of(), List.of(), List.of(), true);
    }
}
