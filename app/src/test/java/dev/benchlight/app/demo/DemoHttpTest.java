package dev.benchlight.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;

@Timeout(60)
class DemoHttpTest {
    private static final String INITIALIZE =
            """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",
             "capabilities":{},"clientInfo":{"name":"test","version":"0"}}}\
            """;

    private final OkHttpClient client = new OkHttpClient();

    @Test
    void itAnswersOnTheLoopbackAddress() throws IOException {
        try (DemoHttp server = DemoHttp.start(0);
                Response response = post(server, "Accept", "application/json, text/event-stream")) {
            assertThat(server.base()).startsWith("http://127.0.0.1:");
            assertThat(response.code()).isEqualTo(200);
            assertThat(response.header("Mcp-Session-Id")).isNotBlank();
            assertThat(response.body().string()).contains("benchlight-demo");
        }
    }

    @Test
    void itRefusesForeignOriginsAndHosts() throws IOException {
        try (DemoHttp server = DemoHttp.start(0);
                Response origin = post(server, "Origin", "http://evil.test");
                Response host = post(server, "Host", "evil.test")) {
            assertThat(origin.code()).isEqualTo(403);
            assertThat(host.code()).isBetween(400, 499);
        }
    }

    @Test
    void aPortInUseIsOneSentence() throws IOException {
        try (DemoHttp first = DemoHttp.start(0)) {
            int port = Integer.parseInt(first.base().replaceAll(".*:", ""));
            assertThatThrownBy(() -> DemoHttp.start(port))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("cannot listen on 127.0.0.1:" + port);
        }
    }

    private Response post(DemoHttp server, String header, String value) throws IOException {
        return client.newCall(
                        new Request.Builder()
                                .url(server.mcpUrl())
                                .header("Accept", "application/json, text/event-stream")
                                .header(header, value)
                                .post(
                                        RequestBody.create(
                                                INITIALIZE, MediaType.get("application/json")))
                                .build())
                .execute();
    }
}
