package dev.benchlight.mcp.schema;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The tools of the reference servers, for tests of all modules: recorded answers to `tools/list`
/// of the versions in `src/test/npm`, without the descriptions of the tools.
public final class ServerSchemas {
    private ServerSchemas() {}

    /// @param server `everything`, `filesystem` or `memory`
    public static JsonNode tool(String server, String name) {
        for (JsonNode tool : tools(server)) {
            if (tool.path("name").asString("").equals(name)) {
                return tool;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /// All tools of a server, as it listed them.
    public static JsonNode tools(String server) {
        String file = "server-" + server + ".json";
        try (InputStream in = ServerSchemas.class.getResourceAsStream(file)) {
            return JsonMapper.shared().readTree(in).path("tools");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
