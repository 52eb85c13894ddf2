package dev.benchlight.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A workspace made to stop whoever opens it. The deadline is far above what any of it needs.
@Timeout(120)
class EvilWorkspaceTest {
    @TempDir Path folder;

    @BeforeEach
    void makeFolders() throws IOException {
        write("servers/fine.yaml", "command: x\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{", "- ", "? ", "{a: ", "a: &a [", "${x} ["})
    void yamlOfManyLevelsIsReportedLikeAnyBadFile(String level) throws IOException {
        write("servers/bad.yaml", level.repeat(20_000));
        write("mcp.json", level.repeat(20_000));

        WorkspaceSnapshot snapshot = read();

        assertThat(snapshot.servers()).extracting(ServerEntry::name).containsExactly("fine");
        assertThat(snapshot.problems())
                .extracting(problem -> String.valueOf(problem.file().getFileName()))
                .containsExactly("bad.yaml", "mcp.json");
    }

    @Test
    void numbersOfMillionsOfDigitsAreText() throws IOException {
        String digits = "9".repeat(1_500_000);
        write("servers/a.yaml", "command: x\nversion: " + digits + "\n");
        write("servers/b.yaml", "command: x\nversion: 1." + digits + "\n");
        write("servers/c.yaml", "command: x\nversion: 1e999999999\nname: 1e999999999\n");

        assertThat(read().servers())
                .extracting(ServerEntry::name)
                .containsExactly("a", "b", "1e999999999", "fine");
    }

    @Test
    void manyEntriesOfOneNameAreCutAndSaidSo() throws IOException {
        String entries = "{\"name\":\"a\",\"command\":\"x\"},".repeat(100_000);
        write("mcp.json", "{\"mcpServers\": [" + entries + "]}");

        WorkspaceSnapshot snapshot = read();

        assertThat(snapshot.servers()).hasSize(1 + ServerTrees.MOST);
        assertThat(snapshot.problems()).hasSize(101);
        assertThat(snapshot.problems().getLast().message())
                .isEqualTo("900 more problems are not listed");
    }

    @Test
    void moreFilesThanAnybodyHasAreNotAllRead() throws IOException {
        for (int i = 0; i < 1_100; i++) {
            write("servers/s%04d.yaml".formatted(i), "command: x\n");
        }

        WorkspaceSnapshot snapshot = read();

        assertThat(snapshot.servers()).hasSize(1_000);
        assertThat(snapshot.problems().getFirst().message())
                .startsWith("101 of its")
                .contains("are not read");
    }

    @Test
    void largeFilesAreReadUpToAFewMegabytesInAll() throws IOException {
        String large = "command: x\n#" + "x".repeat(1_900_000) + "\n";
        for (int i = 0; i < 9; i++) {
            write("servers/s" + i + ".yaml", large);
        }
        write("servers/a.yaml", "#" + "x".repeat(3_000_000));

        WorkspaceSnapshot snapshot = read();

        assertThat(snapshot.servers()).hasSizeBetween(3, 6);
        assertThat(snapshot.problems())
                .extracting(FileProblem::message)
                .anyMatch(message -> message.equals("it is larger than 2 MB"))
                .anyMatch(message -> message.contains("are not read"));
    }

    @Test
    void aNameLongerThanAnyoneReadsIsReportedAndAnEmptyOneIsTheFiles() throws IOException {
        write("servers/long.yaml", "command: x\nname: \"" + "\u202E".repeat(5_000) + "\"\n");
        write("servers/own.yaml", "command: x\nname: \"\"\n");

        assertThat(read().servers()).extracting(ServerEntry::name).containsExactly("fine", "own");
        assertThat(read().problems().getFirst().message()).contains("longer than 200 characters");
    }

    @Test
    void whatTheWorkspaceIsCalledIsCut() throws Exception {
        String endless = "y".repeat(1_000_000);
        write(
                "benchlight.yaml",
                "name: %s\ndefaults: {environment: %s}\n".formatted(endless, endless));
        Workspace workspace = Workspace.open(folder);

        assertThat(workspace.snapshot().name()).hasSize(201).endsWith("y…");
        assertThatThrownBy(() -> workspace.environment(null, Map.of()))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789"})
    void variablesThatMultiplyAreStopped(String last) throws Exception {
        StringBuilder variables = new StringBuilder("variables:\n  v9: \"" + last + "\"\n");
        for (int i = 0; i < 9; i++) {
            variables.append("  v%d: \"%s\"\n".formatted(i, "${v%d}".formatted(i + 1).repeat(50)));
        }
        write("environments/dev.yaml", variables.toString());
        write("servers/bomb.yaml", "command: x\nargs: [\"${v0}\"]\n");
        Workspace workspace = Workspace.open(folder);
        Environment environment = workspace.environment("dev", Map.of());
        ServerEntry bomb = workspace.snapshot().server("bomb").orElseThrow();

        assertThatThrownBy(() -> environment.visible(bomb))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("too large");
    }

    @Test
    void anUnknownVariableOfAnyLengthIsNamedAtOnce() throws Exception {
        StringBuilder variables = new StringBuilder("variables:\n");
        for (int i = 0; i < 10_000; i++) {
            variables.append("  variable-").append(i).append(": x\n");
        }
        write("environments/dev.yaml", variables.toString());
        Environment environment = Workspace.open(folder).environment("dev", Map.of());

        assertThatThrownBy(() -> environment.resolve("${" + "v".repeat(1_000_000) + "}"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is not known")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
    }

    @Test
    void anEntryThatNobodyCanLookThroughIsRefusedAndSoIsAFloodOfRemarks() throws Exception {
        write("servers/a.yaml", "command: x\nargs: [\"" + "y".repeat(200_000) + "\"]\n");
        write("servers/b.yaml", "command: x\nargs: [" + "y,".repeat(20_000) + "]\n");
        write("servers/c.yaml", "url: http://h/\nheaders: {X: " + "y".repeat(200_000) + "}\n");

        assertThat(read().servers()).extracting(ServerEntry::name).containsExactly("fine");
        assertThat(read().problems())
                .hasSize(3)
                .allMatch(problem -> problem.message().startsWith("The entry is larger than"));
        ServerDraft flood =
                EntryReader.read(
                        "n", YamlTree.parse(Path.of("x"), "command: x\nenv:\n" + keys()).json());
        assertThat(flood.remarks()).hasSize(21).last().isEqualTo("There are 80 more remarks.");
    }

    private static String keys() {
        return IntStream.range(0, 100)
                .mapToObj(i -> "  TOKEN_" + i + ": 0123456789\n")
                .collect(Collectors.joining());
    }

    @Test
    void ofHeadersThatDifferInCaseTheOneThatIsSentIsKept() throws IOException {
        write(
                "servers/h.yaml",
                "url: http://h/\nheaders: {authorization: a, X: 1, Authorization: b}\n");

        ServerConfig config = read().server("h").orElseThrow().config();

        assertThat(((ServerConfig.Http) config).headers())
                .containsExactlyInAnyOrderEntriesOf(Map.of("X", "1", "Authorization", "b"));
    }

    private WorkspaceSnapshot read() {
        return Workspace.open(folder).snapshot();
    }

    private void write(String file, String text) throws IOException {
        Path at = folder.resolve(file);
        Files.createDirectories(at.getParent());
        Files.writeString(at, text);
    }
}
