package dev.benchlight.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A workspace that came from somebody else, with links to files of the user's.
class WorkspaceLinksTest {
    @TempDir Path folder;
    private Path workspace;
    private Path outside;

    @BeforeEach
    void makeFolders() throws IOException {
        workspace = Files.createDirectories(folder.resolve("workspace"));
        outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(
                outside.resolve("secret.yaml"),
                "hunter2: 1\npassword: hunter3\nname: hunter4\ncommand: x\n"
                        + "variables: {v: hunter5}\n");
    }

    @Test
    void aLinkThatLeavesTheFolderIsRefusedAndNothingOfItIsShown() throws Exception {
        Files.createDirectories(workspace.resolve("servers"));
        Files.createDirectories(workspace.resolve("environments"));
        for (String file :
                List.of("servers/s.yaml", "environments/e.yaml", "benchlight.yaml", "mcp.json")) {
            Files.createSymbolicLink(workspace.resolve(file), outside.resolve("secret.yaml"));
        }
        Workspace opened = Workspace.open(workspace);

        WorkspaceSnapshot snapshot = opened.snapshot();
        assertThat(snapshot.servers()).isEmpty();
        assertThat(snapshot.problems())
                .hasSize(3)
                .allSatisfy(problem ->
                        assertThat(problem.message())
                                .isEqualTo(
                                        "the file cannot be read: it is a link out of %s, and such"
                                                + " a link is not followed",
                                        workspace));
        assertThat(snapshot.toString()).doesNotContain("hunter");
        assertThatThrownBy(() -> opened.environment("e", Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a link out of")
                .hasMessageNotContaining("hunter");
    }

    @Test
    void aFolderThatIsALinkElsewhereIsNotListedNorWrittenTo() throws Exception {
        Files.createSymbolicLink(workspace.resolve("servers"), outside);
        Files.createSymbolicLink(workspace.resolve("environments"), outside);
        Workspace opened = Workspace.open(workspace);

        assertThat(opened.snapshot().servers()).isEmpty();
        assertThat(opened.snapshot().environments()).isEmpty();
        assertThat(opened.snapshot().problems())
                .hasSize(2)
                .allMatch(problem -> problem.message().contains("a link out of"))
                .noneMatch(problem -> problem.toString().contains("secret.yaml"));
        assertThatThrownBy(() ->
                        opened.add(new ServerConfig.Stdio("n", "x", List.of(), Map.of(), null)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a link out of");
        assertThat(outside)
                .isDirectoryContaining("glob:**secret.yaml")
                .isDirectoryNotContaining("glob:**n.yaml");
    }

    @Test
    void linksWithinTheFolderAndToTheFolderAreFollowed() throws Exception {
        Files.createDirectories(workspace.resolve("servers"));
        Files.writeString(workspace.resolve("shared.yaml"), "command: x # kept\n");
        Files.createSymbolicLink(workspace.resolve("servers/s.yaml"), Path.of("..", "shared.yaml"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), workspace);
        Workspace opened = Workspace.open(link);

        ServerEntry entry = opened.snapshot().server("s").orElseThrow();
        opened.rename(entry, "t");

        assertThat(opened.snapshot().problems()).isEmpty();
        assertThat(workspace.resolve("shared.yaml")).content().contains("# kept", "name: t");
    }

    @Test
    void anImportFollowsTheUsersOwnLinksButNoneOfAProject() throws Exception {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path json = outside.resolve("hunter.json");
        Files.writeString(json, "{\"mcpServers\": {\"hunter\": {\"command\": \"x\"}}}");
        Files.createSymbolicLink(home.resolve(".claude.json"), json);
        Files.createSymbolicLink(workspace.resolve(".mcp.json"), json);

        List<ClientConfigs.Found> found =
                ClientConfigs.of(ClientPlaces.of("Linux", Map.of(), home, workspace)).find();

        assertThat(found)
                .extracting(ClientConfigs.Found::client)
                .containsExactly("Claude Code", "Claude Code (project)");
        assertThat(found.getFirst().drafts()).hasSize(1);
        assertThat(found.getLast().drafts()).isEmpty();
        assertThat(found.getLast().problems().getFirst().message()).contains("a link out of");
    }

    @Test
    void ofKeysOnlyPlainWordsAreRepeated() throws Exception {
        ServerDraft draft =
                EntryReader.read(
                        "n",
                        TextFile.json(
                                Path.of("x"),
                                "{\"envFile\": 1, \"root:$6$abc:19000::\": 1, \"a b\": 2,"
                                        + " \"ghp_0123456789abcdef\": 3, \"command\": \"x\"}"));
        assertThat(draft.remarks()).containsExactly("Not used: envFile and 3 more.");

        for (String text :
                List.of(
                        "{\"a\": scr3t0123456789012345678901234567890}",
                        "{\"x y\": 1, \"x y\": 2}")) {
            assertThatThrownBy(() -> TextFile.json(Path.of("x"), text))
                    .isInstanceOfSatisfying(
                            BadFileException.class,
                            e ->
                                    assertThat(e.problem().message())
                                            .contains("…")
                                            .doesNotContain("cr3t", "x y"));
        }
    }
}
