package dev.benchlight.mcp.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class NpmServersTest {
    @Test
    void everyServerIsInstalledWhereItsCommandSays() {
        for (List<String> command :
                List.of(
                        NpmServers.everything("stdio"),
                        NpmServers.filesystem(Path.of("/tmp")),
                        NpmServers.memory())) {
            assertThat(Path.of(command.get(1))).isRegularFile();
        }
    }
}
