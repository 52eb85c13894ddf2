package dev.benchlight.mcp.wire.http;

import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.Proxy;

/// The last step before the network: lets nothing out to another origin than the server's, and
/// gives a proxy's credentials to the proxy alone. Thread-safe.
final class OriginGuard implements Interceptor {
    private final HttpUrl origin;
    private final EnvironmentProxies proxies;

    OriginGuard(HttpUrl origin, EnvironmentProxies proxies) {
        this.origin = origin;
        this.proxies = proxies;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (!sameOrigin(origin, request.url())) {
            throw new IOException(
                    "refused to send this server's headers to " + request.url().host());
        }
        Request.Builder builder = request.newBuilder().removeHeader("Proxy-Authorization");
        String credentials = proxies.credentials(request.url().uri());
        if (credentials != null && !request.isHttps() && throughProxy(chain)) {
            builder.header("Proxy-Authorization", credentials);
        }
        return chain.proceed(builder.build());
    }

    static boolean sameOrigin(HttpUrl one, HttpUrl other) {
        return one.scheme().equals(other.scheme())
                && one.host().equals(other.host())
                && one.port() == other.port();
    }

    private static boolean throughProxy(Chain chain) {
        okhttp3.@Nullable Connection connection = chain.connection();
        return connection != null && connection.route().proxy().type() == Proxy.Type.HTTP;
    }
}
