package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.demo.DemoHttp;
import dev.benchlight.mcp.peers.NpmServers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Servers with which nothing is wrong.
class HealthyPeersTest {
    @TempDir Path folder;

    @Test
    void theDemoServerComesOutClean() throws IOException {
        try (DemoHttp demo = DemoHttp.start(0)) {
            JsonNode result =
                    new Peer(folder, demo.mcpUrl(), List.of()).json("inspect").path("result");

            assertThat(result.path("findings")).isEmpty();
            assertThat(codes(result, "notes")).doesNotContain("undescribed-arguments", "no-titles");
            assertThat(result.path("steps").valueStream())
                    .filteredOn(step -> step.path("step").asString().startsWith("probe: "))
                    .hasSizeGreaterThan(4)
                    .noneMatch(step -> step.path("status").asString().equals("failed"));
        }
    }

    @Test
    void aServerOfTheModernEraHasNothingWrong() {
        Peer peer = new Peer(folder, null, NpmServers.modern("stdio", "modern"));

        JsonNode result = peer.json("inspect").path("result");

        assertThat(result.path("era").asString()).isEqualTo("modern");
        assertThat(codes(result, "findings")).isEmpty();
        JsonNode again = peer.json("inspect", "--fail-on-change");
        assertThat(again.at("/result/catalogue/status").asString()).isEqualTo("same");
    }

    private static List<String> codes(JsonNode result, String list) {
        return result.path(list)
                .valueStream()
                .map(finding -> finding.path("code").asString())
                .toList();
    }
}
