package dev.benchlight.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

class ServerPasteTest {
    @Test
    void aCommandLineIsSplitAsAShellWould() {
        ServerConfig.Stdio config =
                stdio("A=1 npx -y '@scope/mcp-server-x' --say \"two words\" a\\ b");

        assertThat(config.command()).isEqualTo("npx");
        assertThat(config.arguments())
                .containsExactly("-y", "@scope/mcp-server-x", "--say", "two words", "a b");
        assertThat(config.environment()).containsEntry("A", "1");
        assertThat(config.name()).isEqualTo("x");
    }

    @Test
    void keysAmongArgumentsAreRemarkedOnAsThoseOfVariables() {
        for (String arguments :
                List.of(
                        "--token ghp_0123456789abcdef",
                        "--api-key=sk-0123456789abcdef",
                        "-e API_KEY=0123456789",
                        "--header \"Authorization: Bearer 0123456789\"",
                        "ghp_0123456789abcdef")) {
            assertThat(remarks("npx s " + arguments)).as(arguments).hasSize(1);
            assertThat(remarks("claude mcp add s -- npx " + arguments)).as(arguments).hasSize(1);
        }
        String json = "{\"command\": \"npx\", \"args\": [\"-y\", \"s\", \"--token\", \"%s\"]}";
        assertThat(remarks(json.formatted("ghp_0123456789abcdef")))
                .containsExactly(
                        "--token holds what looks like a key; write ${secret:NAME} instead of it.");
        assertThat(remarks(json.formatted("${secret:token}"))).isEmpty();
        assertThat(remarks("npx -y s --token-file /run/secrets/token --port=8080 a: b")).isEmpty();
    }

    @Test
    void aHostBeyondAsciiIsTakenAndShownInBothForms() {
        String remark = "The host is asked for as xn--bcher-kva.example (bücher.example).";
        for (String text :
                List.of("http://bücher.example/mcp", "{\"url\": \"http://bücher.example/mcp\"}")) {
            assertThat(((ServerConfig.Http) config(text)).url())
                    .hasToString("http://xn--bcher-kva.example/mcp");
            assertThat(remarks(text)).containsExactly(remark);
        }
        assertThat(remarks("http://u:p@bücher.example/").getFirst()).contains("user name");
    }

    @Test
    void whatOnlyAnotherClientFillsInIsRemarkedOn() {
        String json =
                """
                {"inputs": [{"id": "key", "type": "promptString"}], "servers": {"s": {
                  "command": "npx", "args": ["${workspaceFolder}/a", "${input:key}"],
                  "env": {"KEY": "${input:key}", "B": "${env:B}", "C": "${C:-c}", "D": "${D}"}}}}
                """;
        assertThat(remarks(json))
                .containsExactly(
                        "${workspaceFolder} is filled in by the other client only; write the value,"
                                + " ${env:NAME} or ${secret:NAME} in its place.",
                        "${input:key} is asked for by the other client when it connects; write the"
                                + " value, ${env:NAME} or ${secret:NAME} in its place.",
                        "${C:-c} has a default, which only the other client fills in; write the"
                                + " value, or ${env:C} for the environment variable.",
                        "${D} must stand in an environment of the workspace; for the environment"
                                + " variable write ${env:D}.");
        assertThat(remarks("{\"url\": \"https://h/${input:key}\"}")).hasSize(1);
        assertThat(remarks("{\"command\": \"a\", \"args\": [\"$${x}\"]}")).isEmpty();
    }

    private static List<String> remarks(String text) {
        return ServerPaste.parse(text).drafts().getFirst().remarks();
    }

    @Test
    void windowsPathsKeepTheirBackslashes() {
        ServerConfig.Stdio config =
                stdio("\"C:\\Program Files\\nodejs\\node.exe\" D:\\new\\server.js");

        assertThat(config.command()).isEqualTo("C:\\Program Files\\nodejs\\node.exe");
        assertThat(config.arguments()).containsExactly("D:\\new\\server.js");
    }

    @Test
    void dockerVariablesStayArguments() {
        assertThat(stdio("docker run -i --rm -e TOKEN=x mcp/time").arguments())
                .containsExactly("run", "-i", "--rm", "-e", "TOKEN=x", "mcp/time");
    }

    @Test
    void aUrlIsAnHttpServer() {
        ServerConfig.Http config = (ServerConfig.Http) config("https://mcp.example.com/mcp?x=1");

        assertThat(config.url()).hasToString("https://mcp.example.com/mcp?x=1");
        assertThat(config.name()).isEqualTo("example");
    }

    @Test
    void allEntriesOfEveryKnownSpellingAreFound() {
        String entries =
                "{\"a\": {\"command\": \"x\"}, \"b\": {\"type\": \"http\", \"url\":"
                        + " \"http://h/\"}}";
        for (String holder : List.of("mcpServers", "servers", "context_servers")) {
            assertThat(names("{\"" + holder + "\": " + entries + "}")).containsExactly("a", "b");
        }
        assertThat(names(entries)).containsExactly("a", "b");
        assertThat(
                        names(
                                "\"a\": {\"command\": \"x\",}, // note\n"
                                        + "\"b\": {\"httpUrl\": \"http://h/\"},"))
                .containsExactly("a", "b");
        assertThat(names("{\"command\": \"uvx\", \"args\": [\"mcp-server-time\"]}"))
                .containsExactly("time");
    }

    @Test
    void whatIsNotUsableOrNotUsedIsSaid() {
        ServerPaste paste =
                ServerPaste.parse(
                        "{\"mcpServers\": {\"bad\": {\"args\": []}, \"ok\": {\"command\": \"x\","
                                + " \"autoApprove\": [], \"env\": {\"API_KEY\":"
                                + " \"sk-live-12345678\"}}}}");

        assertThat(paste.drafts().get(0).usable()).isFalse();
        assertThat(paste.drafts().get(0).remarks())
                .containsExactly("The entry has neither a command nor a url.");
        assertThat(paste.drafts().get(1).remarks())
                .anyMatch(remark -> remark.contains("API_KEY holds what looks like a key"))
                .contains("Not used: autoApprove.");
    }

    @Test
    void brokenJsonIsReportedWithItsPlace() {
        ServerPaste paste = ServerPaste.parse("{\"mcpServers\": {\n  \"a\": {\"command\" \"x\"}}}");

        assertThat(paste.drafts()).isEmpty();
        assertThat(paste.problems().getFirst()).startsWith("Line 2, column ");
    }

    @Test
    void linesThatAddToAClientAreRead() {
        ServerConfig.Stdio stdio =
                stdio("claude mcp add -s user everything -e A=b -- npx -y server --flag");
        assertThat(stdio.name()).isEqualTo("everything");
        assertThat(stdio.arguments()).containsExactly("-y", "server", "--flag");
        assertThat(stdio.environment()).containsEntry("A", "b");

        ServerConfig.Http http =
                (ServerConfig.Http)
                        config(
                                "claude mcp add --transport http n https://h/mcp --header 'X-Team:"
                                        + " red'");
        assertThat(http.headers()).containsEntry("X-Team", "red");
        assertThat(http.transport()).isEqualTo(ServerConfig.Transport.AUTO);
        assertThat(config("claude mcp add -t sse n https://h/sse"))
                .isInstanceOfSatisfying(
                        ServerConfig.Http.class,
                        older ->
                                assertThat(older.transport())
                                        .isEqualTo(ServerConfig.Transport.SSE));

        assertThat(names("code --add-mcp '{\"name\":\"play\",\"command\":\"npx\"}'"))
                .containsExactly("play");
        assertThat(names("claude mcp add-json w '{\"command\":\"x\"}'")).containsExactly("w");
    }

    private static List<String> names(String text) {
        return ServerPaste.parse(text).drafts().stream().map(ServerDraft::name).toList();
    }

    private static ServerConfig.Stdio stdio(String text) {
        return (ServerConfig.Stdio) config(text);
    }

    private static ServerConfig config(String text) {
        ServerPaste paste = ServerPaste.parse(text);
        assertThat(paste.drafts()).as(paste.problems().toString()).hasSize(1);
        return Objects.requireNonNull(paste.drafts().getFirst().config());
    }
}
