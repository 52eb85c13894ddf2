package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/// What a server said of itself in the handshake.
///
/// @param revision the one agreed on
/// @param json the whole `initialize` result
public record ServerDescription(Revision revision, JsonNode json) {
    public String name() {
        return json.path("serverInfo").path("name").asString("");
    }

    public String version() {
        return json.path("serverInfo").path("version").asString("");
    }

    public Optional<String> instructions() {
        return json.path("instructions").stringValueOpt();
    }

    /// Whether the server declared a capability, such as `tools` or `resources`. Null and false,
    /// which are no objects, declare none.
    public boolean has(String capability) {
        JsonNode declared = json.path("capabilities").path(capability);
        return !declared.isMissingNode() && !declared.isNull() && declared.asBoolean(true);
    }
}
