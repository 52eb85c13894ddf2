package dev.benchlight.app.bench;

import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import java.io.IOException;
import java.util.Objects;

/// The bare loop over OkHttp alone.
final class BareHttp implements BareLoop {
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient client = new OkHttpClient();
    private final String url;
    private final String session;

    BareHttp(String url) throws IOException {
        this.url = url;
        try (Response response = client.newCall(request(INITIALIZE, "").build()).execute()) {
            session = Objects.requireNonNull(response.header("Mcp-Session-Id"));
            response.body().bytes();
        }
        send(INITIALIZED);
    }

    @Override
    public void call(int id) throws IOException {
        if (!send(BareLoop.echo(id)).contains("Echo: hello")) {
            throw new IOException("not an echo");
        }
    }

    private String send(String message) throws IOException {
        try (Response response = client.newCall(request(message, session).build()).execute()) {
            return response.body().string();
        }
    }

    private Request.Builder request(String message, String session) {
        Request.Builder request =
                new Request.Builder()
                        .url(url)
                        .header("Accept", "application/json, text/event-stream")
                        .header("MCP-Protocol-Version", "2025-11-25")
                        .post(RequestBody.create(message, JSON));
        return session.isEmpty() ? request : request.header("Mcp-Session-Id", session);
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
