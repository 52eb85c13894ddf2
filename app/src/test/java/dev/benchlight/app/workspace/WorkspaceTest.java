package dev.benchlight.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.benchlight.mcp.wire.HttpAccess;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.TlsSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

class WorkspaceTest {
    @TempDir Path folder;

    @Test
    void whatIsSavedReadsBackTheSame() throws IOException {
        ServerConfig.Stdio config =
                new ServerConfig.Stdio(
                        "Ünï: \"x\" # y",
                        "C:\\a b",
                        List.of("-y", "true", "12", "a: b", "${x}", "line\nbreak", "@p/q", ""),
                        Map.of("A", "null", "B", " padded "),
                        Path.of("/tmp/x"));
        Workspace workspace = Workspace.open(folder);

        ServerEntry saved = workspace.add(config);

        assertThat(saved.file()).hasFileName("uni-x-y.yaml");
        assertThat(Workspace.open(folder).snapshot().problems()).isEmpty();
        assertThat(Workspace.open(folder).snapshot().servers().getFirst().config())
                .isEqualTo(config);
        try (Stream<Path> files = Files.list(folder.resolve("servers"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void theOneCertificateThatAServerMayHaveComesFromItsFile() throws Exception {
        String certificate = "0123456789abcdef".repeat(4);
        ServerConfig config =
                new ServerConfig.Http(
                        "h",
                        URI.create("https://h.test/mcp"),
                        Map.of("A", "b"),
                        HttpAccess.DEFAULT.with(TlsSettings.pinning(certificate)));
        Workspace.open(folder).add(config);
        Workspace workspace = Workspace.open(folder);
        ServerEntry read = workspace.snapshot().servers().getFirst();

        assertThat(read.config()).isEqualTo(config);
        assertThat(workspace.environment(null, Map.of()).resolve(read)).isEqualTo(config);
        Files.writeString(read.file(), "version: 1\nurl: https://h.test/\ncertificate: no\n");
        assertThat(Workspace.open(folder).snapshot().problems().getFirst())
                .asString()
                .contains("64 hexadecimal digits");
    }

    @Test
    void namesThatAreNoFileNamesStayInsideTheFolder() throws IOException {
        for (String name : List.of("../../evil", "CON", ".hidden", "a/b", "-x", "x".repeat(500))) {
            ServerEntry entry =
                    Workspace.open(folder)
                            .add(new ServerConfig.Stdio(name, "x", List.of(), Map.of(), null));
            assertThat(entry.file()).hasParent(folder.resolve("servers"));
            assertThat(name(entry))
                    .matches("[a-z0-9_][a-z0-9_-]{0,99}\\.yaml")
                    .isNotEqualTo("con.yaml");
        }
    }

    @Test
    void renamingKeepsCommentsAndUnknownKeys() throws Exception {
        Path file = Files.createDirectories(folder.resolve("servers")).resolve("a.yaml");
        Files.writeString(file, "# mine 🎉\nname: a # the name\ncommand: x\nfuture: [1, 2]\n");
        Workspace workspace = Workspace.open(folder);

        workspace.rename(workspace.snapshot().servers().getFirst(), "b: c");

        assertThat(file)
                .hasContent("# mine 🎉\nname: \"b: c\" # the name\ncommand: x\nfuture: [1, 2]\n");
        assertThat(workspace.snapshot().servers().getFirst().name()).isEqualTo("b: c");
    }

    @Test
    void allEntriesOfMcpJsonAreListedAndATakenNameIsReported() throws IOException {
        Files.createDirectories(folder.resolve("servers"));
        Files.writeString(folder.resolve("servers/a.yaml"), "command: x\n");
        Files.writeString(
                folder.resolve("mcp.json"),
                "{\"mcpServers\": {\"a\": {\"command\": \"y\"}, \"b\": {\"url\": \"http://h/\"}}}");

        WorkspaceSnapshot snapshot = Workspace.open(folder).snapshot();

        assertThat(snapshot.servers())
                .extracting(ServerEntry::name)
                .containsExactly("a", "a-2", "b");
        assertThat(snapshot.problems().getFirst().message()).contains("the name \"a\" is taken");
    }

    @Test
    void theNearestFolderWithTheMarkerIsFound() throws IOException {
        Files.writeString(folder.resolve("benchlight.yaml"), "name: mine\n");
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        DataFolder data = DataFolder.open(folder.resolve("data"), Map.of());

        assertThat(Workspace.find(deep, data).snapshot().name()).isEqualTo("mine");
    }

    @Test
    void belowTheDataFolderOnlyTheOwnerReadsAndElsewhereItIsAsTheUserHasIt() throws Exception {
        DataFolder data = DataFolder.open(folder.resolve("data"), Map.of());
        Path usual = Files.createFile(folder.resolve("usual"));
        Path usualFolder = Files.createDirectory(folder.resolve("usual-folder"));
        ServerConfig config =
                new ServerConfig.Stdio("a", "x", List.of(), Map.of("KEY", "pasted"), null);

        Workspace own = Workspace.find(folder, data);
        own.rename(own.add(config), "b");
        for (Workspace again :
                List.of(own, Workspace.open(data.path().resolve("project/deep"), data))) {
            again.add(config);
        }
        try (Stream<Path> all = Files.walk(data.path())) {
            assertThat(all)
                    .hasSizeGreaterThan(6)
                    .allSatisfy(
                            path -> assertThat(modes(path)).as(path.toString()).endsWith("------"));
        }

        ServerEntry elsewhere = Workspace.open(folder.resolve("project"), data).add(config);
        Path file = Objects.requireNonNull(elsewhere.file());
        assertThat(modes(Objects.requireNonNull(file.getParent()))).isEqualTo(modes(usualFolder));
        assertThat(modes(file)).isEqualTo(modes(usual));
    }

    private static String modes(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void secretsComeFromTheEnvironmentAndAMissingOneIsNamed() throws Exception {
        Environment environment =
                new Environment(
                        "dev",
                        Map.of("host", "h:1"),
                        Map.of("BENCHLIGHT_SECRET_MY_KEY", "s3"),
                        folder);
        ServerConfig.Http written =
                new ServerConfig.Http(
                        "n",
                        EntryReader.url("http://${host}/mcp"),
                        Map.of("Authorization", "Bearer ${secret:my-key}"));

        ServerEntry entry = new ServerEntry(written, null, ServerEntry.Origin.FILE);
        ServerConfig.Http resolved = (ServerConfig.Http) environment.resolve(entry);
        ServerConfig.Http visible = (ServerConfig.Http) environment.visible(entry);

        assertThat(resolved.url()).hasToString("http://h:1/mcp");
        assertThat(resolved.headers()).containsEntry("Authorization", "Bearer s3");
        assertThat(visible.headers()).containsEntry("Authorization", "Bearer ${secret:my-key}");
        assertThatThrownBy(() -> environment.resolve("${secret:other}"))
                .hasMessage("The secret other is not known.");
    }

    @Test
    void aVariableThatNobodyFillsInIsNamedWithWhatToWriteInstead() {
        Environment environment = new Environment("dev", Map.of("host", "h:1"), Map.of(), folder);

        assertThat(hint(environment, "${input:key}"))
                .isEqualTo(
                        "Edit the server: ${input:key} is asked for by the other client when it"
                                + " connects; write the value, ${env:NAME} or ${secret:NAME} in its"
                                + " place.");
        assertThat(hint(environment, "${API}")).contains("an environment", "${env:API}");
        assertThat(hint(environment, "${hots}")).isEqualTo("Did you mean host?");
    }

    private static String hint(Environment environment, String text) {
        try {
            return "not refused: " + environment.resolve(text);
        } catch (InputException e) {
            return String.valueOf(e.problem().hint());
        }
    }

    @Test
    void approvalsHoldUntilAnythingChangesAndADamagedFileIsMovedAside() throws IOException {
        DataFolder data = DataFolder.open(folder.resolve("data"), Map.of());
        ServerConfig one = program(List.of("a b"), folder);
        ServerConfig split = program(List.of("a", "b"), folder);
        ServerConfig moved = program(List.of("a b"), folder.resolve("elsewhere"));
        ServerEntry entry = new ServerEntry(one, folder, ServerEntry.Origin.FILE);
        TrustStore.open(data).approve(entry, one);

        TrustStore again = TrustStore.open(data);
        assertThat(again.needsApproval(entry, one)).isFalse();
        assertThat(again.needsApproval(entry, split)).isTrue();
        assertThat(again.needsApproval(entry, moved)).isTrue();

        Path file = data.path().resolve("trust.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.writeString(file, "{broken");
        TrustStore fresh = TrustStore.open(data);
        assertThat(fresh.notices().getFirst()).contains("it was moved to");
        assertThat(fresh.needsApproval(entry, one)).isTrue();
    }

    @Test
    void aChangedHomeIsFollowedExceptOnWindows() {
        Map<String, String> environment = Map.of("HOME", folder.resolve("home").toString());

        DataFolder data = DataFolder.open(null, environment);
        assertThat(data.path()).isEqualTo(folder.resolve("home/.local/share/benchlight"));
        assertThat(HomeFolder.of(environment, "Windows 11"))
                .isEqualTo(HomeFolder.of(Map.of(), "Windows 11"))
                .isEqualTo(HomeFolder.of(Map.of("HOME", ""), "Linux"));
    }

    @Test
    void withoutAHomeFolderNothingIsWrittenAndThatIsSaid() {
        DataFolder data = DataFolder.open(null, Map.of("XDG_DATA_HOME", "relative"), Path.of("?"));

        assertThat(data.writable()).isFalse();
        assertThat(data.notices().getFirst()).contains("--data");
        assertThat(Path.of("?")).doesNotExist();
    }

    private static ServerConfig program(List<String> arguments, Path directory) {
        return new ServerConfig.Stdio("n", "x", arguments, Map.of("E", "1"), directory);
    }

    private static String name(ServerEntry entry) {
        Path file = entry.file();
        return file == null ? "" : String.valueOf(file.getFileName());
    }
}
