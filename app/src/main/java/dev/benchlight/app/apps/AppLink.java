package dev.benchlight.app.apps;

import tools.jackson.databind.JsonNode;

import java.util.Optional;

/// The page that a tool names in its `_meta` ("Resource Discovery").
///
/// @param flat whether it stands under the older key `ui/resourceUri`
public record AppLink(String uri, boolean flat) {
    /// @param tool as it was listed
    public static Optional<AppLink> of(JsonNode tool) {
        JsonNode meta = tool.path("_meta");
        return meta.path("ui")
                .path("resourceUri")
                .stringValueOpt()
                .map(uri -> new AppLink(uri, false))
                .or(() ->
                        meta.path("ui/resourceUri")
                                .stringValueOpt()
                                .map(uri -> new AppLink(uri, true)));
    }
}
