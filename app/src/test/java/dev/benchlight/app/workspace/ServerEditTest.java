package dev.benchlight.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class ServerEditTest {
    private static final String WRITTEN =
            """
            # my server
            version: 1
            name: a            # short
            command: npx       # of Node 20
            args: [-y, "one"]  # pinned
            env:
              # noisy
              LOG: debug
              B: "2"
            future: { keep: [1, 2] }
            # the end
            """;

    @TempDir private Path folder;

    @Test
    void onlyWhatChangedIsWritten() throws Exception {
        assertThat(edited(stdio("npx", List.of("-y", "two"), Map.of("LOG", "info", "B", "2"))))
                .isEqualTo(WRITTEN.replace("\"one\"", "two").replace("debug", "info"));
    }

    @Test
    void listsThatGrowAndMapsThatShrinkLeaveTheRestAlone() throws Exception {
        String text = edited(stdio("node", List.of("-y", "one", "a: b"), Map.of("LOG", "debug")));

        assertThat(text)
                .contains("# my server\n", "name: a            # short\n", "command: node       #")
                .contains("args:\n  - \"-y\"\n  - one\n  - \"a: b\"  # pinned\n")
                .contains("env:\n  LOG: debug\nfuture: { keep: [1, 2] }\n# the end\n");
    }

    @Test
    void whatIsEmptyGoesAndWhatIsNewStandsAtTheEnd() throws Exception {
        ServerConfig.Stdio wanted =
                new ServerConfig.Stdio("a", "npx", List.of(), Map.of(), Path.of("/tmp/x"));

        assertThat(edited(wanted))
                .doesNotContain("args", "env", "LOG")
                .endsWith("future: { keep: [1, 2] }\n# the end\ncwd: /tmp/x\n");
    }

    @Test
    void aProgramCanBecomeAnAddress() throws Exception {
        String text =
                edited(new ServerConfig.Http("a", URI.create("http://h/mcp"), Map.of("X", "1")));

        assertThat(text)
                .startsWith("# my server\nversion: 1\nname: a            # short\n")
                .endsWith("# the end\nurl: \"http://h/mcp\"\nheaders:\n  X: \"1\"\n");
    }

    @Test
    void theTransportIsWrittenWhereItChangesAndOnlyThere() throws Exception {
        ServerConfig.Http address = new ServerConfig.Http("a", URI.create("http://h/x"), Map.of());
        ServerConfig.Http older = address.over(ServerConfig.Transport.SSE);

        String written = edited(older);
        assertThat(written).endsWith("url: \"http://h/x\"\ntransport: sse\n");
        assertThat(edited("name: a\nurl: http://h/y\ntype: sse # old\n", older))
                .isEqualTo("name: a\nurl: \"http://h/x\"\ntype: sse # old\n");
        assertThat(edited(written, address)).doesNotContain("transport");
    }

    @Test
    void aFileThatCannotBeEditedSafelyStaysAsItIs() throws Exception {
        String flow = "{name: a, command: npx, env: {A: \"1\"}}";
        assertThatThrownBy(() -> edited(flow, stdio("npx", List.of("new"), Map.of())))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot be edited here");
        assertThat(file()).hasContent(flow);
    }

    @Test
    void aNameThatIsTakenIsRefused() throws Exception {
        edited(stdio("npx", List.of("-y", "two"), Map.of()));
        Workspace workspace = Workspace.open(folder);
        workspace.add(new ServerConfig.Stdio("b", "x", List.of(), Map.of(), null));
        ServerEntry first = workspace.snapshot().server("a").orElseThrow();

        assertThatThrownBy(() -> workspace.rename(first, "b"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("named b already");
    }

    private String edited(ServerConfig wanted) throws Exception {
        return edited(WRITTEN, wanted);
    }

    private String edited(String written, ServerConfig wanted) throws IOException, InputException {
        Files.createDirectories(folder.resolve("servers"));
        Files.writeString(file(), written);
        Workspace workspace = Workspace.open(folder);
        ServerEntry changed = workspace.replace(workspace.snapshot().servers().getFirst(), wanted);
        assertThat(Workspace.open(folder).snapshot().servers()).containsExactly(changed);
        return Files.readString(file());
    }

    private Path file() {
        return folder.resolve("servers/a.yaml");
    }

    private static ServerConfig.Stdio stdio(
            String command, List<String> arguments, Map<String, String> variables) {
        return new ServerConfig.Stdio("a", command, arguments, variables, null);
    }
}
