package dev.benchlight.mcp.wire.http;

import dev.benchlight.mcp.wire.ServerConfig;

import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// HTTP to others than the MCP server, such as its authorisation server: with the proxies of the
/// environment and the trusted certificates, and with none of the server's headers or secrets.
public final class OutsideClient {
    private OutsideClient() {}

    /// A client that follows no redirects and keeps no connection for long.
    ///
    /// @param config the server; what is trusted for it is trusted here too, and its proxy used
    /// @param timeout for a whole exchange
    public static OkHttpClient of(
            ServerConfig.Http config, Map<String, String> environment, Duration timeout) {
        EnvironmentProxies proxies = EnvironmentProxies.of(config, environment);
        ServerTrust trust = new ServerTrust(config.access().tls().withoutClient());
        return new OkHttpClient.Builder()
                .sslSocketFactory(trust.socketFactory(), trust)
                .hostnameVerifier(trust)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(2, 1_800, TimeUnit.MILLISECONDS))
                .callTimeout(timeout)
                .proxySelector(proxies)
                .proxyAuthenticator(proxies)
                .build();
    }
}
