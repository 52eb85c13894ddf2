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
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
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
        Run run = run("cat <<'END'\n" + SAID + "END\nexit 1\n");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        Path log = folder.toRealPath().resolve("app/target/build.log");
        assertThat(run.err().lines())
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

    @Test
    void aSourceThatGoesOrComesOrChangesWhileItIsBuiltIsBuiltAnew() throws Exception {
        executable(folder("jdk/bin").resolve("java"), "#!/bin/sh\nexit 1\n");
        String maven =
                "echo @ >app/target/benchlight.args; echo '%s' >app/target/jdk-home"
                        .formatted(folder.resolve("jdk"));
        Path kept = Files.writeString(folder("app/src/main").resolve("Kept.java"), "");
        Path left = folder("old/src/main").resolve("Left.java");
        Files.writeString(folder.resolve("pom.xml"), "");
        Files.writeString(left, "");
        Path made = Files.writeString(folder("old/target/classes").resolve("Left.class"), "");

        String edit =
                "; until [ '%s' -nt app/target/benchlight.sources.now ]; do touch '%1$s'; done"
                        .formatted(kept);
        assertThat(run(maven + edit).err()).contains("building");
        assertThat(run(maven).err()).as("changed meanwhile").contains("building");
        assertThat(run(maven).err()).as("nothing changed").doesNotContain("building");

        Files.setLastModifiedTime(left, FileTime.fromMillis(0));
        Files.move(folder.resolve("old/src"), folder.resolve("away"));
        assertThat(run(maven).err()).as("gone").contains("building");
        assertThat(made).doesNotExist();
        assertThat(run(maven).err()).as("nothing changed").doesNotContain("building");

        Files.move(folder.resolve("away"), folder("new").resolve("src"));
        assertThat(run(maven).err()).as("an old one that came").contains("building");
    }

    private record Run(int exit, String out, String err) {}

    /// @param maven what is done for a build, as shell commands
    private Run run(String maven) throws Exception {
        Path script = folder.resolve("benchlight");
        Files.copy(Path.of("..", "benchlight"), script, StandardCopyOption.REPLACE_EXISTING);
        Path program = executable(folder("bin").resolve("mvn"), "#!/bin/sh\n" + maven + "\n");
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString(), "--version");
        builder.directory(folder.toFile());
        builder.environment().put("PATH", program.getParent() + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, err);
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
