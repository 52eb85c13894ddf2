package dev.benchlight.app.ui.result;

import tools.jackson.databind.JsonNode;

/// A request that can be sent, and sent again.
///
/// @param params as they go over the wire; not to be modified
public record Request(String method, JsonNode params) {
    /// What the user typed: the arguments, or an empty object.
    public JsonNode arguments() {
        return params.path("arguments");
    }
}
