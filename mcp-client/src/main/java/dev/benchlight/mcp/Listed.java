package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

/// What entries of every listing have. A field that is missing is an empty string.
public interface Listed {
    /// The entry as the server sent it, with what this engine does not know.
    JsonNode json();

    default String name() {
        return json().path("name").asString("");
    }

    /// The name to show.
    default String title() {
        return json().path("title").asString(name());
    }

    default String description() {
        return json().path("description").asString("");
    }
}
