package dev.benchlight.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.EventLog;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.Tool;
import dev.benchlight.mcp.peers.NpmServers;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;

/// What is shown of a real server of 2026-07-28 whose tools change.
class ModernCatalogueTest {
    @Test
    void listsFollowTheServerByThemselves() {
        List<String> command = NpmServers.modern("stdio", "modern", "changing");
        ServerConfig config =
                new ServerConfig.Stdio(
                        "modern",
                        command.getFirst(),
                        command.subList(1, command.size()),
                        Map.of(),
                        null);
        Link link =
                new Link(
                        new ServerEntry(config, null, ServerEntry.Origin.BUILT_IN),
                        ServerEntry::config,
                        (resolved, listener) ->
                                new McpSession(
                                        resolved,
                                        SessionOptions.DEFAULT,
                                        ClientHandlers.NONE,
                                        new EventLog(),
                                        listener),
                        () -> {},
                        (method, params) -> {},
                        _ -> {},
                        ended -> {});
        try {
            link.start();
            Await.until("listed", () -> link.catalogue().asked());
            assertThat(names(link)).contains("grow").doesNotContain("grown");

            McpSession session = link.session().orElseThrow();
            var none = JsonMapper.shared().createObjectNode();
            assertThat(session.subscribe("test://counter", CallOptions.DEFAULT).await())
                    .isInstanceOf(Outcome.Ok.class);
            assertThat(session.callTool("grow", none, CallOptions.DEFAULT).await())
                    .isInstanceOf(Outcome.Ok.class);
            Await.until("the new tool", () -> names(link).contains("grown"));
        } finally {
            link.close();
        }
    }

    private static List<String> names(Link link) {
        return link.catalogue().tools().items().stream().map(Tool::name).toList();
    }
}
