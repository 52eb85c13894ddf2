package dev.benchlight.app.checkup;

import dev.benchlight.app.connections.Catalogue;
import dev.benchlight.app.connections.ConnectionSnapshot;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.Revision;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.Tool;
import dev.benchlight.mcp.wire.ServerConfig;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Snapshots of a server that is connected and lists what the test says.
public final class Catalogues {
    public static final String SERVER = "demo";
    private static final JsonMapper JSON = JsonMapper.shared();

    private Catalogues() {}

    /// @param complete whether the list is whole
    /// @param tools each as JSON
    public static ConnectionSnapshot of(boolean complete, String... tools) {
        List<Tool> items = Stream.of(tools).map(tool -> new Tool(JSON.readTree(tool))).toList();
        Catalogue catalogue =
                new Catalogue(
                        new Listing<>(items, List.of(), List.of(), complete),
                        Catalogue.EMPTY.prompts(),
                        Catalogue.EMPTY.resources(),
                        Catalogue.EMPTY.templates(),
                        true);
        ServerDescription server =
                new ServerDescription(Revision.LATEST_LEGACY, JSON.readTree("{}"));
        ServerConfig config =
                new ServerConfig.Http(SERVER, URI.create("http://127.0.0.1/mcp"), Map.of());
        return new ConnectionSnapshot(
                new ServerEntry(config, null, ServerEntry.Origin.BUILT_IN),
                new SessionState.Ready(server),
                catalogue,
                List.of(),
                List.of());
    }

    /// With one required argument where `required` names it.
    public static String tool(String name, String description, String required) {
        return """
        {"name": "%s", "title": "T", "description": "%s", "inputSchema": {"type": "object",
         "properties": {"a": {"type": "string", "description": "x"}}, "required": [%s]}}
        """
                .formatted(name, description, required);
    }
}
