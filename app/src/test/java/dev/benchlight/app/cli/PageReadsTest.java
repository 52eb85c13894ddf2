package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What `inspect` says of the pages of apps.
class PageReadsTest {
    @TempDir Path folder;

    @Test
    void thePagesThatToolsNameAreReadAndLookedAt() throws IOException {
        try (CatalogueServer server = new CatalogueServer("{\"tools\": {}, \"resources\": {}}")) {
            server.on(
                    "tools/list",
                    """
                    {"tools": [
                     {"name": "a", "description": "x", "inputSchema": {"type": "object"},
                      "_meta": {"ui": {"resourceUri": "ui://a/page"}}},
                     {"name": "b", "description": "x", "inputSchema": {"type": "object"},
                      "_meta": {"ui/resourceUri": "https://evil.test/page"}}]}
                    """);
            server.on("resources/list", "{\"resources\": []}");
            server.on("resources/templates/list", "{\"resourceTemplates\": []}");
            server.on(
                    "resources/read",
                    """
                    {"contents": [{"uri": "ui://a/page", "mimeType": "text/html;profile=mcp-app",
                      "text": "<img src='https://tracker.test/x.png'>",
                      "_meta": {"ui": {"csp": {"connectDomains": ["http://plain.test", "*"]},
                                       "permissions": {"camera": {}}}}}]}
                    """);

            CommandRun run = CommandRun.of(folder, "inspect", server.url(), "--json");

            assertThat(codes(run, "findings"))
                    .contains(
                            "error app-scheme tool b",
                            "warning app-plain-http resource ui://a/page",
                            "warning app-bad-source resource ui://a/page",
                            "look-at app-permission resource ui://a/page",
                            "warning app-not-allowed resource ui://a/page");
            assertThat(codes(run, "notes")).contains("note app-old-key tool b");
            assertThat(server.received("resources/read"))
                    .isNotEmpty()
                    .noneMatch(message -> message.contains("evil.test"));
        }
    }

    @Test
    void aPageThatCannotBeReadIsAnError() throws IOException {
        try (CatalogueServer server = new CatalogueServer("{\"tools\": {}}")) {
            server.on(
                    "tools/list",
                    """
                    {"tools": [{"name": "a", "description": "x", "inputSchema": {"type": "object"},
                      "_meta": {"ui": {"resourceUri": "ui://a/page"}}}]}
                    """);

            CommandRun run = CommandRun.of(folder, "inspect", server.url(), "--json");

            assertThat(codes(run, "findings"))
                    .contains("error app-unreadable resource ui://a/page");
        }
    }

    private static List<String> codes(CommandRun run, String member) {
        return run.json()
                .at("/result/" + member)
                .valueStream()
                .map(finding ->
                        finding.path("severity").asString()
                                + " "
                                + finding.path("code").asString()
                                + " "
                                + finding.path("where").asString().replaceFirst(" at /.*", ""))
                .toList();
    }
}
