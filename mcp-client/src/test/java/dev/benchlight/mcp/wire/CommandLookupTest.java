package dev.benchlight.mcp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

class CommandLookupTest {
    @TempDir private Path folder;

    private Path file(String name, boolean executable) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(folder.resolve(name).resolveSibling("."));
        Files.writeString(file, "");
        assertThat(file.toFile().setExecutable(executable)).isTrue();
        return file;
    }

    private CommandLookup unix(String path) {
        return new CommandLookup(Map.of("PATH", path), folder, false);
    }

    private CommandLookup windows() {
        return new CommandLookup(
                Map.of("Path", folder + ";" + folder.resolve("b"), "PATHEXT", ".COM;.EXE;.CMD"),
                null,
                true);
    }

    @Test
    void theFirstFolderOfThePathWithAnExecutableFileWins() throws IOException {
        file("a/tool", false);
        Path second = file("b/tool", true);
        file("c/tool", true);
        String path = folder + "/a::" + folder + "/b:" + folder + "/c";
        assertThat(unix(path).find("tool")).contains(second);
    }

    @Test
    void aRelativeFolderOfThePathIsMeantFromTheWorkingFolder() throws IOException {
        Path tool = file("bin/tool", true);
        assertThat(unix("bin").find("tool")).contains(tool);
        assertThat(unix("src").find("main")).isEmpty();
    }

    @Test
    void aCommandWithASlashIsSoughtInTheWorkingFolderOnly() throws IOException {
        Path script = file("run.sh", true);
        assertThat(unix("").find("./run.sh").map(Path::normalize)).contains(script);
        assertThat(unix(folder.toString()).find("b/run.sh")).isEmpty();
        assertThat(unix("").find(script.toString())).contains(script);
    }

    @Test
    void foldersAndFilesThatMayNotRunAreNoCommands() throws IOException {
        file("data", false);
        Files.createDirectory(folder.resolve("tool"));
        assertThat(unix(folder.toString()).find("data")).isEmpty();
        assertThat(unix(folder.toString()).find("tool")).isEmpty();
    }

    @Test
    void onWindowsNamesGetTheEndingsInTheirOrderWhateverTheCaseOfPath() throws IOException {
        Path script = file("npx.cmd", false);
        assertThat(windows().find("npx")).contains(script);
        Path program = file("npx.exe", false);
        assertThat(windows().find("npx")).contains(program);
        Path second = file("b/uvx.exe", false);
        assertThat(windows().find("uvx")).contains(second);
    }

    @Test
    void onWindowsAFullNameWithItsEndingIsFound() throws IOException {
        Path program = file("tool.exe", true);
        assertThat(windows().find("tool.exe")).contains(program);
        assertThat(windows().find("none")).isEmpty();
    }

    @Test
    void aNameThatCanBeNoFileIsNotFound() {
        assertThat(unix(folder.toString()).find("a\0b")).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "npx, install Node.js",
        "uvx, install uv",
        "node server.js, the rest as arguments",
        "./missing, check that the file exists",
        "missing, PATH searched: /nowhere"
    })
    void whatIsMissingIsExplained(String command, String hint) {
        WireFault fault = unix("/nowhere").notFound(command);
        assertThat(fault.code()).isEqualTo("command-not-found");
        assertThat(fault.message()).contains("\"" + command + "\"");
        assertThat(fault.hint()).contains(hint);
    }
}
