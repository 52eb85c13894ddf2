package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/// The contents of one resource: text, or base64 bytes, or neither.
public record ResourceContents(JsonNode json) {
    public String uri() {
        return json.path("uri").asString("");
    }

    public String mimeType() {
        return json.path("mimeType").asString("");
    }

    public Optional<String> text() {
        return json.path("text").stringValueOpt();
    }

    /// Base64 as sent.
    public Optional<String> blob() {
        return json.path("blob").stringValueOpt();
    }
}
