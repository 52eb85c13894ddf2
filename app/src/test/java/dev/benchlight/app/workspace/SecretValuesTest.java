package dev.benchlight.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Map;

class SecretValuesTest {
    @Test
    void ofAUrlTheyAreInHeadersParametersAndThePassword() {
        assertThat(http("https://a.test/mcp", "X-Api-Key", "0123456789"))
                .containsExactly("0123456789");
        assertThat(http("https://a.test/mcp", "Authorization", "Bearer abc.def"))
                .containsExactly("Bearer abc.def", "abc.def");
        assertThat(http("https://a.test/mcp", "Authorization", "Basic bWU6b3BlbiBzZXNhbWU="))
                .containsExactly(
                        "Basic bWU6b3BlbiBzZXNhbWU=", "bWU6b3BlbiBzZXNhbWU=", "open sesame");
        assertThat(http("https://a.test/mcp", "Cookie", "sid=12")).containsExactly("sid=12");
        assertThat(
                        http(
                                "https://a.test/mcp?page=12345678&api_key=12345678&key=ab",
                                "X-Team",
                                "red"))
                .containsExactly("12345678", "ab");
    }

    @Test
    void ofACommandTheyAreInVariablesAndArguments() {
        ServerConfig.Stdio config =
                new ServerConfig.Stdio(
                        "s",
                        "server",
                        List.of(
                                "--token",
                                "token-value-1",
                                "--api-key=key-value-2",
                                "--header",
                                "Authorization: Bearer header-3",
                                "postgres://me:open-sesame@db.test/x",
                                "--level",
                                "debug-verbose",
                                "ghp_0123456789"),
                        Map.of("DB_PASSWORD", "variable-4", "HOME", "/home/somebody"),
                        null);
        assertThat(SecretValues.in(config))
                .containsExactlyInAnyOrder(
                        "variable-4",
                        "token-value-1",
                        "key-value-2",
                        "Bearer header-3",
                        "header-3",
                        "open-sesame",
                        "ghp_0123456789");
    }

    private static java.util.Set<String> http(String url, String header, String value) {
        return SecretValues.in(new ServerConfig.Http("h", URI.create(url), Map.of(header, value)));
    }
}
