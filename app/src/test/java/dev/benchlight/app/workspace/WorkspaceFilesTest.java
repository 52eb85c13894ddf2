package dev.benchlight.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Files as people, editors and other programs leave them.
class WorkspaceFilesTest {
    @TempDir Path folder;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("servers"));
    }

    @Test
    void mcpJsonMayHaveCommentsTrailingCommasAndAByteOrderMark() throws IOException {
        write(
                "mcp.json",
                """
                \uFEFF// my servers
                {"mcpServers": {
                  /* one */ "one": {"command": "x", "args": ["-y",],},
                  "two": {"url": "http://h/"}, // the other
                }}
                """);

        WorkspaceSnapshot snapshot = read();

        assertThat(snapshot.problems()).isEmpty();
        assertThat(snapshot.servers()).extracting(ServerEntry::name).containsExactly("one", "two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "null",
                "[]",
                "7",
                "{",
                "{\"mcpServers\": 1}",
                "{\"mcpServers\": {\"a\": 1}}",
                "{\"mcpServers\": {\"a\": {\"command\": 7, \"args\": \"x\"}}}",
                "{\"mcpServers\": {\"a\": {\"url\": \"not a url\"}}}",
                "{\"mcpServers\": {\"a\": {}, \"a\": {}}}"
            })
    void aBadMcpJsonIsReportedAndLeftAlone(String text) throws IOException {
        write("mcp.json", text);
        write("servers/fine.yaml", "command: x\n");

        WorkspaceSnapshot snapshot = read();

        assertThat(snapshot.problems()).hasSize(1);
        assertThat(snapshot.problems().getFirst().toString()).contains("mcp.json");
        assertThat(snapshot.servers()).extracting(ServerEntry::name).containsExactly("fine");
        assertThat(folder.resolve("mcp.json")).hasContent(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "- a\n- b\n",
                "text",
                "command: [",
                "\tcommand: x",
                "command: x\ncommand: y\n",
                "? [a, b]\n: c\n",
                "command: *nowhere\n",
                "a: &a [*a]\ncommand: x\n",
                "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
                        + "c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n"
                        + "e: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n",
                "version: 99\ncommand: x\n",
                "command: x\n---\ncommand: y\n",
                "command: ''\n",
                "command: x\nargs: y\n"
            })
    void aBadServerFileIsReportedAndLeftAlone(String text) throws IOException {
        write("servers/bad.yaml", text);
        write("servers/fine.yaml", "command: x\n");

        WorkspaceSnapshot snapshot = read();

        assertThat(snapshot.problems()).hasSize(1);
        assertThat(snapshot.problems().getFirst().toString()).contains("bad.yaml");
        assertThat(snapshot.servers()).extracting(ServerEntry::name).containsExactly("fine");
        assertThat(folder.resolve("servers/bad.yaml")).hasContent(text);
    }

    @Test
    void referencesNeedNoQuotesInsideBraces() throws Exception {
        String text = "url: http://h/\nheaders: { X-Team: ${team}, K: ${secret:k} } # both\n";
        write("servers/a.yaml", text);
        Workspace workspace = Workspace.open(folder);

        ServerEntry entry = workspace.snapshot().server("a").orElseThrow();
        assertThat(((ServerConfig.Http) entry.config()).headers())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("X-Team", "${team}", "K", "${secret:k}"));
        workspace.rename(entry, "b");
        assertThat(folder.resolve("servers/a.yaml")).content().contains("# both", "${team}");
        assertThat(workspace.snapshot().server("b").orElseThrow().config())
                .isEqualTo(
                        new ServerConfig.Http(
                                "b",
                                EntryReader.url("http://h/"),
                                Map.of("X-Team", "${team}", "K", "${secret:k}")));
    }

    @Test
    void whatIsNoTextOrNoFileIsReported() throws IOException {
        Files.createDirectories(folder.resolve("servers/folder.yaml"));
        Files.createDirectories(folder.resolve("mcp.json"));
        Files.write(
                folder.resolve("servers/latin.yaml"),
                "name: Gr\u00fc\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.createSymbolicLink(folder.resolve("servers/loop.yaml"), Path.of("loop.yaml"));

        assertThat(read().problems())
                .extracting(problem -> String.valueOf(problem.file().getFileName()))
                .containsExactlyInAnyOrder("folder.yaml", "latin.yaml", "loop.yaml", "mcp.json");
    }

    @Test
    void aDisabledServerIsListedAndItsFileStaysAsItIs() throws Exception {
        String json = "{\"mcpServers\": {\"a\": {\"command\": \"x\", \"disabled\": true}}}";
        write("mcp.json", json);
        String yaml = "# keep\ncommand: y\ndisabled: true # for now\nfuture: {a: 1}\nname: b\n";
        write("servers/b.yaml", yaml);
        Workspace workspace = Workspace.open(folder);

        assertThat(workspace.snapshot().servers()).hasSize(2).allMatch(ServerEntry::disabled);
        workspace.rename(workspace.snapshot().server("b").orElseThrow(), "c");

        assertThat(folder.resolve("servers/b.yaml")).hasContent(yaml.replace("name: b", "name: c"));
        assertThat(folder.resolve("mcp.json")).hasContent(json);
    }

    @Test
    void numbersAmongArgumentsAndVariablesStayAsWritten() throws IOException {
        String values = "[1.10, 1e3, 0.1, 12345678901234567890, true, null, 007]";
        write("servers/yaml.yaml", "command: x\nargs: " + values + "\n");
        write(
                "mcp.json",
                "{\"mcpServers\": {\"json\": {\"command\": \"x\", \"args\": %s}}}"
                        .formatted(values.replace("007", "\"007\"")));

        assertThat(read().servers())
                .hasSize(2)
                .allSatisfy(entry ->
                        assertThat(((ServerConfig.Stdio) entry.config()).arguments())
                                .containsExactly(
                                        "1.10",
                                        "1e3",
                                        "0.1",
                                        "12345678901234567890",
                                        "true",
                                        "",
                                        "007"));
    }

    @Test
    void aRelativeFolderIsMeantFromTheWorkspaceAndSoIsNone() throws Exception {
        write("servers/a.yaml", "command: x\ncwd: tools/../here\n");
        write("servers/b.yaml", "command: x\n");
        write("servers/c.yaml", "command: x\ncwd: ${env:PLACE}\n");
        write("mcp.json", "{\"mcpServers\": {\"d\": {\"command\": \"x\"}}}");
        write("servers/e.yaml", "command: x\ncwd: ${secret:place}\n");
        Workspace workspace = Workspace.open(folder);
        Environment environment =
                workspace.environment(
                        null, Map.of("PLACE", "/there", "BENCHLIGHT_SECRET_PLACE", "/x"));

        Map<String, Path> expected =
                Map.of(
                        "a", workspace.folder().resolve("here"),
                        "b", workspace.folder(),
                        "c", Path.of("/there"),
                        "d", workspace.folder());
        for (ServerEntry entry : workspace.snapshot().servers()) {
            if (entry.name().equals("e")) {
                assertThatThrownBy(() -> environment.visible(entry)).hasMessageContaining("secret");
                continue;
            }
            Path folder = expected.get(entry.name());
            assertThat(((ServerConfig.Stdio) environment.visible(entry)).directory())
                    .isEqualTo(folder);
            assertThat(((ServerConfig.Stdio) environment.resolve(entry)).directory())
                    .isEqualTo(folder);
        }
    }

    private WorkspaceSnapshot read() {
        return Workspace.open(folder).snapshot();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
