package dev.benchlight.mcp.wire.http;

import dev.benchlight.mcp.wire.ServerConfig;

import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Sends a server one request as a web page of another site would make a browser send it: with a
/// foreign `Origin`, or, after DNS rebinding, a foreign `Host`. Servers must refuse both
/// ("Transports", "Security Warning"). Of the answer only the status is looked at. Waits for the
/// network; thread-safe.
public final class OriginProbe implements AutoCloseable {
    private static final MediaType JSON = MediaType.get("application/json");

    private final ServerConfig.Http config;
    private final OkHttpClient client;

    /// @param environment read for the proxies
    /// @param timeout for each exchange
    public OriginProbe(
            ServerConfig.Http config, Map<String, String> environment, Duration timeout) {
        this.config = config;
        // A connection opened under one name must not serve the next request.
        this.client =
                OutsideClient.of(config, environment, timeout)
                        .newBuilder()
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                        .build();
    }

    /// @param headers of the transport, such as `Mcp-Method`
    /// @param body of the POST
    /// @param origin for the header `Origin`, or null for none
    /// @param host for the header `Host`, or null for the server's own
    /// @return the status
    /// @throws IOException there was no answer
    public int status(
            Map<String, String> headers,
            String body,
            @Nullable String origin,
            @Nullable String host)
            throws IOException {
        Request.Builder request = new Request.Builder().url(config.url().toString());
        config.headers().forEach(request::header);
        request.header("Accept", "application/json, text/event-stream");
        headers.forEach(request::header);
        if (origin != null) {
            request.header("Origin", origin);
        }
        if (host != null) {
            request.header("Host", host);
        }
        request.post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), JSON));
        try (Response response = client.newCall(request.build()).execute()) {
            leave(response.header(Link.SESSION_HEADER));
            return response.code();
        }
    }

    /// Ends a session that the request began.
    private void leave(@Nullable String session) throws IOException {
        if (session != null) {
            Request.Builder request = new Request.Builder().url(config.url().toString());
            config.headers().forEach(request::header);
            request.header(Link.SESSION_HEADER, session);
            client.newCall(request.delete().build()).execute().close();
        }
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
