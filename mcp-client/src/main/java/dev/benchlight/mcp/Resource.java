package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

/// A resource as the server listed it. Unknown fields stay in `json`.
public record Resource(JsonNode json) {
    public String uri() {
        return json.path("uri").asString("");
    }

    public String name() {
        return json.path("name").asString("");
    }

    public String title() {
        return json.path("title").asString(name());
    }

    public String description() {
        return json.path("description").asString("");
    }

    public String mimeType() {
        return json.path("mimeType").asString("");
    }
}
