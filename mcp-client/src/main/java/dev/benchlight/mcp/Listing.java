package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// All pages of a listing, as far as they could be had.
///
/// @param items the entries that could be read
/// @param pages the results as the server sent them
/// @param warnings what was wrong with entries or pages, each with a JSON pointer in its samples
/// @param complete false where a limit, a fault or a repeated cursor ended it early
public record Listing<T>(
        List<T> items, List<JsonNode> pages, List<Warning> warnings, boolean complete) {
    public Listing {
        items = List.copyOf(items);
        pages = List.copyOf(pages);
        warnings = List.copyOf(warnings);
    }

    /// How long it holds, and for whom.
    public CacheHints cacheHints() {
        return CacheHints.ofAll(pages);
    }
}
