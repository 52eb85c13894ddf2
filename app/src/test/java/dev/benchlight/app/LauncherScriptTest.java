package dev.benchlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// The script at the root, in a source tree of its own and with a Maven that says what it is told.
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {
    private static final String SAID =
            """
            [INFO] Scanning for projects...
            [INFO] --------------------< dev.benchlight:mcp-client >---------------------
            [INFO] Building Benchlight MCP client 0.1.0                               [2/6]
            Downloading from central: https://repo.test/a.pom
            Downloading from central: https://repo.test/b.pom
            [INFO] --- maven-compiler-plugin:3.14.1:compile (default-compile) @ mcp-client ---
            [INFO] Building Benchlight 0.1.0                                          [5/6]
            [INFO] --- compiler:3.14.1:compile (default-compile) @ app ---
            [ERROR] COMPILATION ERROR :
            [ERROR] Failed to execute goal compile on project app: Compilation failure
            [ERROR] /src/A.java:[3,1] error: ';' expected
            [ERROR] -> [Help 1]
            [ERROR]\s
            [ERROR] Re-run Maven using the -X switch to enable full debug logging.
            [ERROR] After correcting the problems, you can resume the build with the command
            [ERROR]   mvn <args> -rf :app
            """;

    @TempDir Path folder;

    @Test
    void aBuildTellsHowFarItIsAndWhenItFailsWhyAndWhereTheLogIs() throws Exception {
        Path script = Files.copy(Path.of("..", "benchlight"), folder.resolve("benchlight"));
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path maven =
                executable(bin.resolve("mvn"), "#!/bin/sh\ncat <<'END'\n" + SAID + "END\nexit 1\n");
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString(), "--version");
        builder.environment().put("PATH", maven.getParent() + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));

        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(out).isEmpty();
        Path log = script.toRealPath().resolveSibling("app/target/build.log");
        assertThat(err.lines())
                .containsExactly(
                        "benchlight: building (two to four minutes on two cores the first time) ...",
                        "benchlight:   fetching libraries ...",
                        "benchlight:   [2/6] compiling Benchlight MCP client ...",
                        "benchlight:   [5/6] compiling Benchlight ...",
                        "benchlight: the build failed: /src/A.java:[3,1] error: ';' expected;"
                                + " all it said is in "
                                + log);
        assertThat(log).hasContent(SAID);
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
