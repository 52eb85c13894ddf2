package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/// A tool as the server listed it. Unknown fields stay in `json`.
public record Tool(JsonNode json) implements Listed {
    /// `title`, else the annotation's, else the name.
    @Override
    public String title() {
        return json.path("title")
                .stringValueOpt()
                .or(() -> json.path("annotations").path("title").stringValueOpt())
                .orElse(name());
    }

    public JsonNode inputSchema() {
        return json.path("inputSchema");
    }

    public Optional<JsonNode> outputSchema() {
        return json.optional("outputSchema");
    }

    /// What the server claims about the tool, such as `readOnlyHint`.
    public JsonNode annotations() {
        return json.path("annotations");
    }
}
