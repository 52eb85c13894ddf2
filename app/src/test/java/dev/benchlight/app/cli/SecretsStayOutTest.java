package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.mcp.faults.FaultyHttpServer;
import dev.benchlight.mcp.faults.FaultyStdioServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a command knows to be secret is in none of its files, however a server says it back.
class SecretsStayOutTest {
    private static final String SECRET = "sk-live-SECRET/SECRET+SECRET1234";

    @TempDir Path folder;

    @Test
    void aHeaderOfTheCommandLine() throws IOException {
        try (FaultyHttpServer server = FaultyHttpServer.start("ok")) {
            call(
                    server.url().toString(),
                    "--header",
                    "Authorization: Bearer " + SECRET,
                    "--header",
                    "X-Team: red-team");
            assertThat(server.requests("POST", "tools/call").getFirst().header("authorization"))
                    .isEqualTo("Bearer " + SECRET);
        }
        assertNoFileHoldsIt();
    }

    @Test
    void aKeyInTheUrl() throws IOException {
        try (FaultyHttpServer server = FaultyHttpServer.start("ok")) {
            call(server.url() + "?api_key=" + SECRET);
        }
        assertNoFileHoldsIt();
    }

    @Test
    void aTokenThatAnEntryNamesByWayOfAnEnvironment() throws IOException {
        try (FaultyHttpServer server = FaultyHttpServer.start("ok")) {
            file(
                    "servers/remote.yaml",
                    """
                    version: 1
                    name: remote
                    url: %s
                    headers: { X-Own: "${own}" }
                    """
                            .formatted(server.url()));
            file(
                    "environments/dev.yaml",
                    """
                    version: 1
                    variables: { own: "${secret:team key}" }
                    """);
            call("remote", "--env", "dev", "--trust");
        }
        assertNoFileHoldsIt();
    }

    @Test
    void aVariableOfAProcess() throws IOException {
        List<String> command = FaultyStdioServer.command("ok");
        file(
                "servers/local.yaml",
                """
                version: 1
                name: local
                command: %s
                args: %s
                env: { GITHUB_TOKEN: "%s" }
                """
                        .formatted(
                                JsonMapper.shared().writeValueAsString(command.getFirst()),
                                JsonMapper.shared()
                                        .writeValueAsString(command.subList(1, command.size())),
                                SECRET));
        call("local", "--trust");
        assertNoFileHoldsIt();
    }

    /// Has the server echo the secret in several forms.
    private void call(String target, String... options) throws IOException {
        file("benchlight.yaml", "version: 1\n");
        List<String> line = new ArrayList<>(List.of("call", target, "echo"));
        line.addAll(List.of("--arg", "message=said: " + String.join(" ", forms())));
        line.addAll(List.of("--data", folder.resolve("data").toString()));
        line.addAll(List.of(options));
        Map<String, String> environment = Map.of("BENCHLIGHT_SECRET_TEAM_KEY", SECRET);
        CommandRun run = CommandRun.of(folder, environment, line.toArray(String[]::new));
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
    }

    private static List<String> forms() {
        return List.of(
                SECRET,
                URLEncoder.encode(SECRET, UTF_8),
                SECRET.replace("/", "\\/"),
                base64(""),
                base64("m:"),
                base64("u:p:w"),
                base64("user"));
    }

    private static String base64(String before) {
        return Base64.getEncoder().encodeToString((before + SECRET).getBytes(UTF_8));
    }

    private void assertNoFileHoldsIt() throws IOException {
        boolean said = false;
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, ISO_8859_1);
                said |= text.contains("\"message\":\"said: ****");
                assertThat(text)
                        .as(file.toString())
                        .doesNotContain(
                                "SECRET",
                                base64("").substring(2, 40),
                                base64("m").substring(2, 40),
                                base64("me").substring(3, 40));
            }
        }
        assertThat(said).as("the rest of the message is stored").isTrue();
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
