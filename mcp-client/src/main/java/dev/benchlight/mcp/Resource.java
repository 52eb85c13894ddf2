package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

/// A resource as the server listed it. Unknown fields stay in `json`.
public record Resource(JsonNode json) implements Listed {
    public String uri() {
        return json.path("uri").asString("");
    }

    public String mimeType() {
        return json.path("mimeType").asString("");
    }
}
