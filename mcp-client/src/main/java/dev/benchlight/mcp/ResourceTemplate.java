package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

/// A resource template as the server listed it. Unknown fields stay in `json`.
public record ResourceTemplate(JsonNode json) implements Listed {
    public String uriTemplate() {
        return json.path("uriTemplate").asString("");
    }

    public String mimeType() {
        return json.path("mimeType").asString("");
    }
}
