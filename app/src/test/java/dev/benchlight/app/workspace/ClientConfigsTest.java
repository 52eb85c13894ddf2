package dev.benchlight.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class ClientConfigsTest {
    @TempDir private Path home;

    @Test
    void theFilesOfKnownClientsAreFoundWhereTheyKeepThem() throws IOException {
        String servers = "{\"mcpServers\": {\"x\": {\"command\": \"npx\"}}}";
        write(".config/Claude/claude_desktop_config.json", servers);
        write(".cursor/mcp.json", servers);
        write(".config/Code/User/mcp.json", servers.replace("mcpServers", "servers"));
        write(".codeium/windsurf/mcp_config.json", servers);
        write(".codex/config.toml", "model = \"m\"\n[mcp_servers.x]\ncommand = \"npx\"\n");
        write(".continue/config.yaml", "mcpServers:\n  - name: x\n    command: npx\n");

        assertThat(find())
                .extracting(ClientConfigs.Found::client)
                .containsExactly(
                        "Claude Desktop", "Cursor", "VS Code", "Windsurf", "Codex", "Continue");
        assertThat(find())
                .allSatisfy(found -> {
                    assertThat(found.problems()).isEmpty();
                    assertThat(found.drafts())
                            .singleElement()
                            .satisfies(draft -> assertThat(draft.name()).isEqualTo("x"))
                            .satisfies(draft -> assertThat(draft.usable()).isTrue());
                });
    }

    @Test
    void codexEntriesKeepTheirVariablesAndThatTheyAreSwitchedOff() throws IOException {
        write(
                ".codex/config.toml",
                """
                [mcp_servers.docs]
                command = "npx"
                args = ["-y", "docs"]
                enabled = false
                env = { LOG = "1" }

                [mcp_servers.remote]
                url = "https://h/mcp"
                bearer_token_env_var = "TOKEN"
                """);

        List<ServerDraft> drafts = find().getFirst().drafts();
        assertThat(drafts).extracting(ServerDraft::disabled).containsExactly(true, false);
        assertThat(drafts.getFirst().config())
                .isEqualTo(
                        new ServerConfig.Stdio(
                                "docs", "npx", List.of("-y", "docs"), Map.of("LOG", "1"), null));
        assertThat(drafts.getLast().config())
                .isEqualTo(
                        new ServerConfig.Http(
                                "remote",
                                URI.create("https://h/mcp"),
                                Map.of("Authorization", "Bearer ${env:TOKEN}")));
    }

    @Test
    void theFilesOfAChangedHomeAreFound() throws IOException {
        write(".cursor/mcp.json", "{\"mcpServers\": {\"x\": {\"command\": \"npx\"}}}");

        assertThat(ClientConfigs.of(Map.of("HOME", home.toString()), home.resolve("ws")).find())
                .extracting(ClientConfigs.Found::client)
                .containsExactly("Cursor");
    }

    @Test
    void aBrokenFileIsNamedWithItsLine() throws IOException {
        write(".codex/config.toml", "[mcp_servers.x]\ncommand = \n");

        assertThat(find().getFirst().problems())
                .singleElement()
                .asString()
                .contains("config.toml:2:", "not valid TOML");
    }

    @Test
    void whatIsSwitchedOffStaysSoInTheWorkspace() throws IOException {
        Workspace workspace = Workspace.open(home.resolve("ws"));
        workspace.add(new ServerConfig.Stdio("x", "npx", List.of(), Map.of(), null), true);

        assertThat(Workspace.open(home.resolve("ws")).snapshot().servers())
                .singleElement()
                .satisfies(entry -> assertThat(entry.disabled()).isTrue());
    }

    private List<ClientConfigs.Found> find() {
        return ClientConfigs.of(ClientPlaces.of("Linux", Map.of(), home, home.resolve("project")))
                .find();
    }

    private void write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
