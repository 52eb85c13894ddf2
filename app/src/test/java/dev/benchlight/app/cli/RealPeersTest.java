package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.bench.EverythingHttp;
import dev.benchlight.mcp.peers.NpmServers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Every command that talks to a server, against the reference servers from npm, as text and as
/// JSON.
class RealPeersTest {
    @TempDir Path folder;

    @Test
    void everythingOverStdio() {
        everything(new Peer(folder, null, NpmServers.everything("stdio")));
    }

    @Test
    void everythingOverStreamableHttp() throws IOException {
        try (EverythingHttp server = new EverythingHttp()) {
            everything(new Peer(folder, server.url(), List.of()));
        }
    }

    @Test
    void filesystemOverStdio() throws IOException {
        Path shared = Files.createDirectory(folder.resolve("shared")).toRealPath();
        Files.writeString(shared.resolve("hello.txt"), "Grüße");
        Peer peer = new Peer(folder, null, NpmServers.filesystem(shared));
        String path = "path=" + shared.resolve("hello.txt");

        assertThat(peer.json("list", "tools").at("/result/tools").valueStream())
                .anyMatch(tool -> tool.path("name").asString().equals("read_text_file"));
        assertThat(peer.text("list")).contains("read_text_file");
        JsonNode read = peer.json("call", "read_text_file", "--arg", path);
        assertThat(read.at("/result/content/0/text").asString()).isEqualTo("Grüße");
        assertThat(peer.text("call", "read_text_file", "--arg", path)).contains("Grüße");
        JsonNode report = peer.json("inspect").path("result");
        assertThat(report.at("/offers/tools").asInt()).isGreaterThan(5);
        healthy(report);
        CommandRun refused =
                peer.run("call", "read_text_file", "--arg", "path=/etc/hostname", "--json");
        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.json().at("/result/isError").asBoolean()).isTrue();
        assertThat(refused.json().at("/error/message").asString()).contains("/etc/hostname");
    }

    @Test
    void memoryOverStdio() throws IOException {
        Peer peer = new Peer(folder, null, NpmServers.memory());
        JsonNode graph = peer.json("call", "read_graph");

        assertThat(graph.at("/result/structuredContent/entities").isArray()).isTrue();
        assertThat(peer.text("call", "read_graph")).contains("entities");
        assertThat(peer.text("list", "tools")).contains("create_entities");
        assertThat(peer.text("inspect")).contains("memory-server").contains("tools");
        Path arguments =
                Files.writeString(folder.resolve("wrong.json"), "{\"entities\": [{\"name\": 1}]}");
        CommandRun refused =
                peer.run("call", "create_entities", "--args", "@" + arguments, "--json");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.json().at("/error/message").asString()).contains("entities/0/name");
    }

    private void everything(Peer peer) {
        JsonNode list = peer.json("list");
        assertThat(list.at("/result/tools").size()).isGreaterThan(5);
        assertThat(list.at("/result/prompts").size()).isPositive();
        assertThat(list.at("/result/resources").size()).isPositive();
        assertThat(list.at("/result/resourceTemplates").size()).isPositive();
        assertThat(peer.text("list")).contains("get-sum").contains("demo://");

        JsonNode sum = peer.json("call", "get-sum", "--arg", "a=2", "--arg", "b=40");
        assertThat(sum.at("/result/content/0/text").asString()).contains("42");
        assertThat(sum.path("trace").path("id").asString()).matches("[0-9a-f]{32}");
        assertThat(sum.path("trace").path("durationMs").asDouble()).isPositive();
        assertThat(peer.text("call", "get-sum", "--args", "{\"a\": 2, \"b\": 40}")).contains("42");
        assertThat(peer.text("call", "get-tiny-image")).contains("image/png");

        JsonNode prompt = peer.json("prompt", "args-prompt", "--arg", "city=Bern");
        assertThat(prompt.at("/result/messages/0/content/text").asString()).contains("Bern");
        assertThat(peer.text("prompt", "args-prompt", "--arg", "city=Bern"))
                .startsWith("user: ")
                .contains("Bern");

        String uri = list.at("/result/resources/0/uri").asString();
        JsonNode read = peer.json("read", uri);
        String text = read.at("/result/contents/0/text").asString();
        assertThat(read.at("/result/contents/0/uri").asString()).isEqualTo(uri);
        assertThat(peer.text("read", uri)).contains(text.lines().findFirst().orElseThrow());

        JsonNode report = peer.json("inspect").path("result");
        assertThat(report.path("revision").asString()).isEqualTo("2025-11-25");
        assertThat(report.at("/initialize/serverInfo/name").asString()).contains("everything");
        assertThat(report.path("steps").size()).isPositive();
        healthy(report);
        assertThat(peer.text("inspect")).contains("revision      2025-11-25").contains("steps\n");

        wrongArguments(peer);
    }

    /// The doctor gives no false alarm.
    private static void healthy(JsonNode report) {
        assertThat(report.path("findings").valueStream())
                .extracting(finding -> finding.path("code").asString())
                .isSubsetOf("foreign-origin-accepted", "foreign-host-accepted");
    }

    private static void wrongArguments(Peer peer) {
        String[][] wrong = {
            {"--arg", "a=2"},
            {"--arg", "a=two", "--arg", "b=40"},
            {"--args", "{\"a\": \"2\", \"b\": 40}"},
            {"--args", "{}"}
        };
        for (String[] arguments : wrong) {
            CommandRun run = peer.run("call", "get-sum", "--json", arguments);
            assertThat(run.exit()).isEqualTo(2);
            JsonNode error = run.json().path("error");
            assertThat(error.path("message").asString()).containsPattern("\\b[ab]\\b");
        }
        CommandRun unknown = peer.run("call", "get-sun", "--json");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.json().at("/error/hint").asString()).contains("get-sum");
    }
}
