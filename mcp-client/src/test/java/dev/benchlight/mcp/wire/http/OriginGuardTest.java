package dev.benchlight.mcp.wire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.benchlight.mcp.wire.Limits;

import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Map;

/// The last step before the network, whatever the steps before it let through.
class OriginGuardTest {
    private static final Map<String, String> SECRETS =
            Map.of("Authorization", "Bearer t0p", "x-api-key", "k3y");

    private final LinkRun run = new LinkRun(SECRETS, Limits.DEFAULT);
    private final LinkRun other = new LinkRun();

    @AfterEach
    void close() {
        run.close();
        other.close();
    }

    private Response send(OkHttpClient client, HttpUrl target) throws IOException {
        return client.newCall(
                        run.link.request(target, run.link.session(), HttpExchange.ACCEPT).build())
                .execute();
    }

    @Test
    void whatIsMeantForTheServerReachesItWithItsSecrets() throws Exception {
        run.answer(200, "Content-Type: application/json", "{}");
        try (Response response = send(run.link.client, run.server.url("/elsewhere"))) {
            assertThat(response.code()).isEqualTo(200);
        }
        assertThat(run.requests())
                .singleElement()
                .satisfies(request ->
                        SECRETS.forEach((name, value) ->
                                assertThat(request.getHeaders().get(name)).isEqualTo(value)));
    }

    @Test
    void aRequestToAnotherOriginNeverLeaves() {
        other.answer(200, "Content-Type: application/json", "{}");
        assertThatThrownBy(() -> send(run.link.client, other.server.url("/mcp")).close())
                .isInstanceOf(IOException.class)
                .hasMessage("refused to send this server's headers to localhost");
        assertThat(other.server.getRequestCount()).isZero();
    }

    @Test
    void norDoesOneThatFollowsARedirectThere() {
        OkHttpClient following = run.link.client.newBuilder().followRedirects(true).build();
        run.answer(307, "Location: " + other.server.url("/mcp"), "");
        other.answer(200, "Content-Type: application/json", "{}");
        assertThatThrownBy(() -> send(following, run.server.url("/mcp")).close())
                .isInstanceOf(IOException.class)
                .hasMessage("refused to send this server's headers to localhost");
        assertThat(run.server.getRequestCount()).isEqualTo(1);
        assertThat(other.server.getRequestCount()).isZero();
    }
}
