package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// The result of `prompts/get`, whole.
public record PromptResult(JsonNode json) {
    public String description() {
        return json.path("description").asString("");
    }

    public List<Message> messages() {
        return json.path("messages").valueStream().map(Message::new).toList();
    }

    /// One message of a prompt.
    public record Message(JsonNode json) {
        public String role() {
            return json.path("role").asString("");
        }

        public Content content() {
            return json.isObject() ? Content.of(json.path("content")) : new Content.Unknown(json);
        }
    }
}
