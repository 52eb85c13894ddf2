package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/// What a server said of itself.
///
/// @param revision the one agreed on
/// @param json the whole result of `initialize` or `server/discover`
public record ServerDescription(Revision revision, JsonNode json) {
    public String name() {
        return info().path("name").asString("");
    }

    public String version() {
        return info().path("version").asString("");
    }

    /// What it says of its implementation. Revisions without a handshake have it in `_meta`; some
    /// servers write it where it was before.
    public JsonNode info() {
        return json.optional("serverInfo")
                .orElseGet(() -> json.path("_meta").path(RequestMeta.PREFIX + "serverInfo"));
    }

    /// How long this holds, and for whom.
    public CacheHints cacheHints() {
        return CacheHints.of(json);
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
