package dev.benchlight.mcp.wire.http;

import dev.benchlight.mcp.wire.HttpAccess;
import dev.benchlight.mcp.wire.ServerConfig;

import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The proxies that `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` (or their lower-case
/// forms) name, for all but loopback; or the one that a server's entry names. Immutable.
final class EnvironmentProxies extends ProxySelector implements Authenticator {
    private static final String HEADER = "Proxy-Authorization";

    private final @Nullable URI http;
    private final @Nullable URI https;
    private final List<String> exceptions;
    private final boolean loopbackToo;

    EnvironmentProxies(Map<String, String> environment) {
        String all = read(environment, "ALL_PROXY");
        this.http = proxy(read(environment, "HTTP_PROXY"), all);
        this.https = proxy(read(environment, "HTTPS_PROXY"), all);
        this.exceptions =
                List.of(read(environment, "NO_PROXY").toLowerCase(Locale.ROOT).split("[,\\s]+"));
        this.loopbackToo = false;
    }

    private EnvironmentProxies(URI proxy) {
        this.http = proxy;
        this.https = proxy;
        this.exceptions = List.of();
        this.loopbackToo = true;
    }

    /// The proxy that the server's entry names, for whatever address, else those of the
    /// environment.
    ///
    /// @throws IllegalArgumentException it is none
    static EnvironmentProxies of(ServerConfig.Http config, Map<String, String> environment) {
        String named = config.access().proxy();
        if (named == null) {
            return new EnvironmentProxies(environment);
        }
        URI proxy = named.equals(HttpAccess.NO_PROXY) ? null : proxy(named, "");
        return proxy == null ? new EnvironmentProxies(Map.of()) : new EnvironmentProxies(proxy);
    }

    @Override
    public List<Proxy> select(URI uri) {
        URI proxy = proxyFor(uri);
        if (proxy == null) {
            return List.of(Proxy.NO_PROXY);
        }
        int port = proxy.getPort() > 0 ? proxy.getPort() : 80;
        return List.of(
                new Proxy(
                        Proxy.Type.HTTP,
                        InetSocketAddress.createUnresolved(bare(proxy.getHost()), port)));
    }

    /// The credentials for the proxy of this target, as a header value, or null.
    @Nullable String credentials(URI target) {
        URI proxy = proxyFor(target);
        if (proxy == null || proxy.getUserInfo() == null) {
            return null;
        }
        String[] parts = proxy.getUserInfo().split(":", 2);
        return Credentials.basic(parts[0], parts.length > 1 ? parts[1] : "");
    }

    /// Answers a proxy's challenge once, on the way to an `https` server.
    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) {
        String credentials = credentials(response.request().url().uri());
        if (credentials == null
                || !response.request().isHttps()
                || response.request().header(HEADER) != null) {
            return null;
        }
        return response.request().newBuilder().header(HEADER, credentials).build();
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The exchange reports it.
    }

    private @Nullable URI proxyFor(URI uri) {
        URI proxy = "https".equals(uri.getScheme()) ? https : http;
        String host = bare(uri.getHost() == null ? "" : uri.getHost()).toLowerCase(Locale.ROOT);
        boolean local = isLoopback(host) && !loopbackToo;
        if (proxy == null || local || isExcepted(host, uri.getPort())) {
            return null;
        }
        return proxy;
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.matches("127(\\.\\d{1,3}){3}")
                || host.equals("::1")
                || host.equals("0:0:0:0:0:0:0:1");
    }

    private boolean isExcepted(String host, int port) {
        for (String exception : exceptions) {
            String pattern = exception;
            if (pattern.matches("[^:]+:\\d+|\\[.*]:\\d+")) {
                int colon = pattern.lastIndexOf(':');
                if (Integer.parseInt(pattern.substring(colon + 1)) != port) {
                    continue;
                }
                pattern = pattern.substring(0, colon);
            }
            pattern = bare(pattern).replaceFirst("^\\*?\\.", "");
            if (pattern.equals("*")
                    || (!pattern.isEmpty()
                            && (host.equals(pattern) || host.endsWith("." + pattern)))) {
                return true;
            }
        }
        return false;
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]")
                ? host.substring(1, host.length() - 1)
                : host;
    }

    private static String read(Map<String, String> environment, String name) {
        String value = environment.get(name.toLowerCase(Locale.ROOT));
        return value != null ? value : environment.getOrDefault(name, "");
    }

    private static @Nullable URI proxy(String value, String fallback) {
        String text = value.isBlank() ? fallback.strip() : value.strip();
        if (text.isEmpty()) {
            return null;
        }
        URI uri = URI.create(text.contains("://") ? text : "http://" + text);
        if (uri.getHost() == null || !uri.getScheme().startsWith("http")) {
            throw new IllegalArgumentException("not an HTTP proxy: " + uri.getHost());
        }
        return uri;
    }
}
