package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// A prompt as the server listed it. Unknown fields stay in `json`.
public record Prompt(JsonNode json) implements Listed {
    public List<Argument> arguments() {
        return json.path("arguments").valueStream().map(Argument::new).toList();
    }

    /// One argument of a prompt.
    public record Argument(JsonNode json) {
        public String name() {
            return json.path("name").asString("");
        }

        public String description() {
            return json.path("description").asString("");
        }

        public boolean required() {
            return json.path("required").asBoolean(false);
        }
    }
}
