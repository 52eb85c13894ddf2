package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All pages of a listing, as far as they could be had.
///
/// @param items the entries that could be read
/// @param pages the results as the server sent them
/// @param warnings what was wrong with entries or pages, each with a JSON pointer in its samples
/// @param complete false where a limit, a fault or a repeated cursor ended it early
/// @param asked when the server was asked for it, where that is known
/// @param remembered whether it is an earlier answer that still holds
/// @param canGoOn whether it ended early at a limit of ours, so that there may be more
public record Listing<T>(
        List<T> items,
        List<JsonNode> pages,
        List<Warning> warnings,
        boolean complete,
        Optional<Instant> asked,
        boolean remembered,
        boolean canGoOn) {
    public Listing {
        items = List.copyOf(items);
        pages = List.copyOf(pages);
        warnings = List.copyOf(warnings);
    }

    public Listing(List<T> items, List<JsonNode> pages, List<Warning> warnings, boolean complete) {
        this(items, pages, warnings, complete, Optional.empty(), false, false);
    }

    /// How long it holds, and for whom.
    public CacheHints cacheHints() {
        return CacheHints.ofAll(pages);
    }

    /// Until when it is not asked for again, where it holds at all.
    public Optional<Instant> freshUntil() {
        CacheHints hints = cacheHints();
        return hints.ttl().isZero() || !complete
                ? Optional.empty()
                : asked.map(since -> since.plus(hints.ttl()));
    }

    Listing<T> fromMemory() {
        return new Listing<>(items, pages, warnings, complete, asked, true, canGoOn);
    }
}
