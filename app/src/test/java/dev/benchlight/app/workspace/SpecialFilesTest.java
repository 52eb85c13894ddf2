package dev.benchlight.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Devices, pipes and files without end, where a file was expected. The deadline is for code that
/// waits for one of them.
@Timeout(60)
class SpecialFilesTest {
    private static final Path ZEROS = Path.of("/dev/zero");

    @TempDir Path folder;

    @Test
    void aWorkspaceOfPipesAndDevicesIsReadAndEachIsNamed() throws Exception {
        Path servers = Files.createDirectories(folder.resolve("servers"));
        Path environments = Files.createDirectories(folder.resolve("environments"));
        Files.createSymbolicLink(servers.resolve("zero.yaml"), ZEROS);
        Files.writeString(servers.resolve("fine.yaml"), "command: x\n");
        for (Path pipe :
                new Path[] {
                    servers.resolve("pipe.yaml"),
                    environments.resolve("dev.yaml"),
                    folder.resolve("benchlight.yaml"),
                    folder.resolve("mcp.json")
                }) {
            pipe(pipe);
        }

        Workspace workspace = Workspace.open(folder);

        assertThat(workspace.snapshot().servers())
                .extracting(ServerEntry::name)
                .containsExactly("fine");
        assertThat(workspace.snapshot().problems())
                .extracting(problem -> String.valueOf(problem.file().getFileName()))
                .containsExactlyInAnyOrder("zero.yaml", "pipe.yaml", "benchlight.yaml", "mcp.json");
        assertThat(workspace.snapshot().problems().getFirst().message())
                .isEqualTo("the file cannot be read: it is a device or a pipe");
        assertThatThrownBy(() -> workspace.environment("dev", Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith(
                        "dev.yaml: the file cannot be read: it is a device or a pipe");
    }

    @Test
    void aTrustFileThatIsAPipeIsMovedAside() throws Exception {
        DataFolder data = DataFolder.open(folder.resolve("data"), Map.of());
        pipe(data.path().resolve("trust.json"));

        TrustStore trust = TrustStore.open(data);

        assertThat(trust.notices().getFirst()).contains("it is a device or a pipe", "moved to");
        assertThat(data.path().resolve("trust.json")).doesNotExist();
    }

    @Test
    void whatTheUserNamesMayBeAPipeButNotWithoutEnd() throws Exception {
        Path pipe = folder.resolve("pipe");
        pipe(pipe);
        Thread writer = Thread.startVirtualThread(() -> write(pipe));

        assertThat(BoundedFile.anyText(pipe, 1 << 20)).isEqualTo("ü");
        writer.join();
        assertThatThrownBy(() -> BoundedFile.anyText(ZEROS, 1 << 20))
                .hasMessageEndingWith("it is larger than 1 MB");
        assertThatThrownBy(() -> BoundedFile.anyText(folder, 1 << 20))
                .hasMessageEndingWith("it is a folder");
    }

    @Test
    void theSizeThatAFileClaimsIsNotBelieved() throws IOException {
        Path claims = Path.of("/proc/self/status");

        assertThat(Files.size(claims)).isZero();
        assertThat(BoundedFile.text(claims, 1 << 20)).contains("Pid:");
        assertThatThrownBy(() -> BoundedFile.text(claims, 10)).hasMessageContaining("larger than");
    }

    @Test
    void textThatIsNotUtf8IsToldFromTheSignThatStandsForIt() throws IOException {
        Path written = Files.writeString(folder.resolve("written"), "a\uFFFDb");
        Path wrong = Files.write(folder.resolve("wrong"), new byte[] {'a', (byte) 0xff});

        assertThat(BoundedFile.text(written, 100)).isEqualTo("a\uFFFDb");
        assertThatThrownBy(() -> BoundedFile.text(wrong, 100))
                .isInstanceOf(CharacterCodingException.class);
    }

    private static void write(Path pipe) {
        try {
            Files.writeString(pipe, "ü");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pipe(Path at) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", at.toString()).start().waitFor()).isZero();
    }
}
