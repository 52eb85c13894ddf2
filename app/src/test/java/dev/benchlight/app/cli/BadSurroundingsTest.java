package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Broken files, folders and servers: a clear error, and nothing lost.
class BadSurroundingsTest {
    @TempDir Path folder;

    @BeforeEach
    void makeWorkspace() throws IOException {
        Files.writeString(folder.resolve("benchlight.yaml"), "version: 1\n");
        Files.createDirectories(folder.resolve("servers"));
    }

    @Test
    void brokenYamlIsReportedWithLineAndColumnAndLeftAlone() throws IOException {
        Path file = folder.resolve("servers/broken.yaml");
        String text = "name: broken\ncommand: [npx\nargs: x\n";
        Files.writeString(file, text);

        CommandRun run = CommandRun.of(folder, "list", "broken");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("broken.yaml:3:5: not valid YAML");
        assertThat(file).hasContent(text);
    }

    @Test
    void anUnknownServerNamesTheNearest() throws IOException {
        Files.writeString(folder.resolve("servers/everything.yaml"), "command: npx\n");

        CommandRun run = CommandRun.of(folder, "list", "everthing");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("Did you mean everything?");
    }

    @Test
    void whereThereAreNoServersTheHintSaysWhatElseToGive() {
        CommandRun run = CommandRun.of(folder, "list", "any");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "hint: It has no servers; name another folder with --workspace, give a URL");
        assertThat(CommandRun.of(folder, "trust", "any").err())
                .endsWith("hint: It has no servers; name another folder with --workspace.\n");
        assertThat(CommandRun.of(folder, "trust").err())
                .contains("hint: Name a server of the workspace.\n");
    }

    @Test
    void aServerOfAFileIsNotStartedBeforeItIsTrustedAndAChangeAsksAgain() throws IOException {
        Path canary = folder.resolve("started");
        Path file = folder.resolve("servers/s.yaml");
        Files.writeString(file, "command: touch\nargs: [%s]\n".formatted(canary));

        CommandRun refused = CommandRun.of(folder, "list", "s", "--json");
        assertThat(refused.exit()).isEqualTo(3);
        assertThat(refused.json().at("/error/code").asString()).isEqualTo("not-trusted");
        assertThat(refused.json().at("/error/hint").asString()).contains("benchlight trust s");
        assertThat(refused.json().at("/error/message").asString())
                .endsWith(canary + "; folder: " + folder);
        assertThat(canary).doesNotExist();

        CommandRun trusted = CommandRun.of(folder, "trust", "s");
        assertThat(trusted.exit()).isZero();
        assertThat(trusted.out()).contains("touch " + canary);
        assertThat(CommandRun.of(folder, "list", "s").exit()).isEqualTo(4);
        assertThat(canary).exists();

        Files.writeString(file, "command: touch\nargs: [%s, other]\n".formatted(canary));
        assertThat(CommandRun.of(folder, "list", "s").exit()).isEqualTo(3);
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void theLineThatApprovesNamesTheSamePlaces() throws IOException {
        Files.writeString(folder.resolve("servers/s.yaml"), "name: my s\ncommand: x\n");
        Path data = folder.resolve("da ta");

        CommandRun run =
                CommandRun.of(
                        folder.resolve("elsewhere"),
                        "list",
                        "my s",
                        "--workspace",
                        folder.toString(),
                        "--data",
                        data.toString());

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains(
                        "benchlight trust 'my s' --workspace " + folder + " --data '" + data + "'");
    }

    @Test
    void aUrlOfAFileGetsNoSecretAndNoVariableBeforeItIsTrusted() throws IOException {
        try (CatalogueServer server = new CatalogueServer("{}")) {
            for (String reference : List.of("${env:HOME}", "${secret:k}", "${ secret:k }")) {
                Files.writeString(
                        folder.resolve("servers/s.yaml"),
                        "url: %s\nheaders: { X: \"%s\" }\n".formatted(server.url(), reference));

                CommandRun run = CommandRun.of(folder, "list", "s", "--json");

                assertThat(run.json().at("/error/code").asString()).isEqualTo("not-trusted");
            }
            assertThat(server.received("initialize")).isEmpty();
        }
    }

    @Test
    void aServerOfThisFolderIsPointedToWhereItIsNoWorkspace() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.delete(folder.resolve("benchlight.yaml"));
        Files.writeString(
                other.resolve("mcp.json"), "{\"mcpServers\": {\"a\": {\"command\": \"x\"}}}");

        assertThat(CommandRun.of(other, "list", "a").err()).contains("--workspace .");
    }

    @Test
    void aRefusalStillTellsWhatElseIsWrong() throws IOException {
        Files.writeString(folder.resolve("servers/s.yaml"), "command: x\n");
        Files.writeString(folder.resolve("servers/broken.yaml"), "command: [\n");
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.writeString(data.resolve("trust.json"), "{bad");

        CommandRun run = CommandRun.of(folder, "list", "s", "--json", "--data", data.toString());

        assertThat(run.exit()).isEqualTo(3);
        assertThat(
                        run.json()
                                .path("warnings")
                                .valueStream()
                                .map(warning -> warning.path("code").asString()))
                .containsExactly("workspace-file", "trust");
    }

    @Test
    void aGatewayIsToldFromAnUnknownName() throws IOException {
        Files.createDirectories(folder.resolve("gateways"));
        Files.writeString(folder.resolve("gateways/bifrost.yaml"), "url: http://localhost:8080\n");

        CommandRun run = CommandRun.of(folder, "list", "bifrost");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("with a later version");
    }

    @Test
    void entriesThatNoProcessCanHaveAreAClearError() throws IOException {
        for (String entry :
                List.of(
                        "command: \"a\\0b\"",
                        "command: sh\nargs: [\"a\\0b\"]",
                        "command: sh\nenv: { \"A=B\": x }",
                        "command: sh\nenv: { \"\": x }",
                        "command: sh\nenv: { A: \"\\0\" }",
                        "command: sh\ncwd: \"a\\0b\"",
                        "command: sh\ncwd: /no/such/folder",
                        "command: /",
                        "url: http://127.0.0.1:1/\nheaders: { \"a b\": x }",
                        "url: http://127.0.0.1:1/\nheaders: { a: \"x\\ny\" }",
                        "url: http://127.0.0.1:99999/",
                        "url: \"http://127.0.0.1:1/ x\"")) {
            Files.writeString(folder.resolve("servers/s.yaml"), entry + "\n");

            CommandRun run = CommandRun.of(folder, "list", "s", "--trust", "--json");

            assertThat(run.exit()).as(entry + "\n" + run.out()).isIn(Exit.USAGE, Exit.UNREACHABLE);
            assertThat(run.json().at("/error/message").asString())
                    .isNotBlank()
                    .doesNotContain("Exception")
                    .doesNotContain("no answer");
        }
    }

    @Test
    void aCommandThatDoesNotExistIsUnreachable() {
        CommandRun run =
                CommandRun.of(folder, "list", "--json", "--stdio", "--", "/no/such/command");

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.json().at("/error/message").asString()).contains("/no/such/command");
    }

    @Test
    void aServerThatExitsAtOnceIsNamedWithItsExitCode() {
        CommandRun run =
                CommandRun.of(
                        folder,
                        "list",
                        "--json",
                        "--stdio",
                        "--",
                        "sh",
                        "-c",
                        "echo no config >&2; exit 42");

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.json().at("/error/message").asString()).contains("42");
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsAWarning() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        CommandRun run =
                CommandRun.of(
                        folder,
                        "list",
                        "--json",
                        "--data",
                        file.toString(),
                        "--stdio",
                        "--",
                        "false");

        assertThat(run.exit()).isEqualTo(4);
        assertThat(run.json().at("/warnings/0/code").asString()).isEqualTo("data-folder");
        assertThat(file).hasContent("not a folder");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderOfTheUsersIsNotClosedToOthersWhereItsFilesAre() throws IOException {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.writeString(shared.resolve("notes.txt"), "mine");
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Files.setPosixFilePermissions(empty, PosixFilePermissions.fromString("rwxrwxrwx"));

        for (Path data : List.of(shared, empty)) {
            CommandRun.of(
                    folder, "list", "--data", data.toString(), "--stdio", "--", "no-such-command");
            CommandRun.of(folder, "trust", "none", "--data", data.toString());
        }

        assertThat(permissions(shared)).isEqualTo("rwxrwxrwx");
        assertThat(permissions(shared.resolve("traces.db"))).isEqualTo("rw-------");
        assertThat(permissions(empty)).isEqualTo("rwx------");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void anUnknownVariableIsNamedBeforeAnythingStarts() throws IOException {
        Files.createDirectories(folder.resolve("environments"));
        Files.writeString(folder.resolve("environments/dev.yaml"), "variables: { team: red }\n");
        Files.writeString(
                folder.resolve("servers/s.yaml"), "command: touch\nargs: [\"${taem}\"]\n");

        CommandRun run = CommandRun.of(folder, "list", "s", "--env", "dev", "--trust");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("The variable taem is not known").contains("team");
    }
}
