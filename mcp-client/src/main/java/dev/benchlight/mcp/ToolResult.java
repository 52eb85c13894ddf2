package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/// The result of `tools/call`, whole.
public record ToolResult(JsonNode json) {
    public boolean isError() {
        return json.path("isError").booleanValue(false);
    }

    public List<Content> content() {
        return json.path("content").valueStream().map(Content::of).toList();
    }

    public Optional<JsonNode> structuredContent() {
        return json.optional("structuredContent");
    }
}
