package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

/// A resource template as the server listed it. Unknown fields stay in `json`.
public record ResourceTemplate(JsonNode json) {
    public String uriTemplate() {
        return json.path("uriTemplate").asString("");
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
