package dev.benchlight.mcp;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.Optional;

/// Who this client is, in every revision's words.
final class ClientInfo {
    private static final String VERSION =
            Optional.ofNullable(ClientInfo.class.getPackage().getImplementationVersion())
                    .orElse("0.1.0");

    private ClientInfo() {}

    static JsonNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", "benchlight")
                .put("title", "Benchlight")
                .put("version", VERSION);
    }
}
