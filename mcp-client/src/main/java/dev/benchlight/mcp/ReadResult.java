package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// The result of `resources/read`, whole.
public record ReadResult(JsonNode json) {
    /// How long it holds, and for whom.
    public CacheHints cacheHints() {
        return CacheHints.of(json);
    }

    public List<ResourceContents> contents() {
        return json.path("contents").valueStream().map(ResourceContents::new).toList();
    }
}
