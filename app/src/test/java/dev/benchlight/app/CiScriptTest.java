package dev.benchlight.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// What `.ci/run` does on a machine that lacks everything, with programs that only tell that they
/// were called.
@EnabledOnOs(OS.LINUX)
class CiScriptTest {
    @TempDir Path bin;

    @Test
    void rootNeedsNoSudoAndAFailedUpdateEndsTheRun() throws Exception {
        program("id", "echo 0");
        program("apt-get", "echo apt-get $1; exit 100");

        assertThat(run()).isEqualTo("apt-get update\nexit 100");
    }

    @Test
    void anybodyElseInstallsWithSudo() throws Exception {
        program("id", "echo 1000");
        program("apt-get", "echo without sudo");

        assertThat(run())
                .startsWith("sudo apt-get update\n")
                .doesNotContain("without sudo")
                .endsWith("mvn -B verify\nconformance all\nexit 0");
    }

    private String run() throws Exception {
        program("sudo", "echo sudo $1 $2");
        program("dpkg-query", "exit 1");
        program("xvfb-run", "");
        program("mvn", "echo mvn $1 $2");
        for (String needed : new String[] {"dirname", "grep"}) {
            program(needed, "PATH='" + System.getenv("PATH") + "' exec " + needed + " \"$@\"");
        }
        Path scripts = Files.createDirectories(bin.resolve("project/.ci"));
        Path script = Files.copy(Path.of("../.ci/run"), scripts.resolve("run"));
        program("project/.ci/conformance", "echo conformance $1");
        Process process =
                new ProcessBuilder(
                                "/bin/sh",
                                "-c",
                                "PATH=" + bin + " /bin/sh " + script + "; echo exit $?")
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private void program(String name, String text) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
