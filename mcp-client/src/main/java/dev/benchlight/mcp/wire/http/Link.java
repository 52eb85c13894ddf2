package dev.benchlight.mcp.wire.http;

import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.WireListener;

import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// What all exchanges of one wire share: the client, the server's URL, and the session.
/// Thread-safe.
final class Link implements AutoCloseable {
    static final String SESSION_HEADER = "Mcp-Session-Id";
    private static final String VERSION_HEADER = "MCP-Protocol-Version";

    /// Shorter than the five seconds after which Node and most servers close an idle connection: a
    /// POST must not go out on one that is about to be closed, since it may not be sent twice.
    private static final Duration KEPT_IDLE = Duration.ofMillis(1_800);

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e]*");

    final HttpUrl url;
    final OkHttpClient client;
    final FrameLog frames;
    final SecretHeaders secrets;
    final Limits limits;
    final WireListener listener;
    final HttpAuthorization authorization;
    final NetworkFaults faults;
    private final Map<String, String> headers;
    private volatile HttpSession session = HttpSession.NONE;

    Link(
            ServerConfig.Http config,
            HttpUrl url,
            EnvironmentProxies proxies,
            Limits limits,
            FrameLog frames,
            SecretHeaders secrets,
            WireListener listener,
            HttpAuthorization authorization) {
        this.url = url;
        this.headers = config.headers();
        this.limits = limits;
        this.frames = frames;
        this.secrets = secrets;
        this.listener = listener;
        this.authorization = authorization;
        ServerTrust trust = new ServerTrust(config.access().tls());
        this.faults = new NetworkFaults(url, trust, limits.headerBytes());
        this.client = client(url, proxies, trust);
    }

    private static OkHttpClient client(HttpUrl url, EnvironmentProxies proxies, ServerTrust trust) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder();
        if (url.isHttps()) {
            builder.sslSocketFactory(trust.socketFactory(), trust).hostnameVerifier(trust);
        } else {
            // Else OkHttp sets up TLS beforehand, a fifth of the time of a short command.
            builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
        }
        return builder.followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(Duration.ofSeconds(15))
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .connectionPool(new ConnectionPool(5, KEPT_IDLE.toMillis(), TimeUnit.MILLISECONDS))
                .proxySelector(proxies)
                .proxyAuthenticator(proxies)
                .addNetworkInterceptor(new OriginGuard(url, proxies))
                .build();
    }

    HttpSession session() {
        return session;
    }

    /// @return the session before
    synchronized HttpSession changeSession(UnaryOperator<HttpSession> change) {
        HttpSession before = session;
        session = change.apply(before);
        return before;
    }

    /// A request with the headers of the transport, the configured ones, and the session's.
    Request.Builder request(HttpUrl target, HttpSession current, String accept) {
        Request.Builder builder = new Request.Builder().url(target);
        builder.header("Host", hostHeader(target));
        builder.header("User-Agent", "benchlight/0.1");
        builder.header("Accept-Encoding", "gzip");
        headers.forEach(builder::header);
        builder.header("Accept", accept);
        if (current.id() != null) {
            builder.header(SESSION_HEADER, current.id());
        }
        if (current.version() != null) {
            builder.header(VERSION_HEADER, current.version());
        }
        return builder;
    }

    /// The request with the authorisation that there is now, unless the user configured one.
    ///
    /// @param renew whether to take the time to renew what ends soon
    Request authorized(Request request, boolean renew) {
        if (request.header("Authorization") != null) {
            return request;
        }
        Request.Builder builder = request.newBuilder();
        authorization
                .headers(request.method(), request.url().uri(), renew)
                .forEach(builder::header);
        return builder.build();
    }

    /// @throws IllegalArgumentException if a configured header cannot be sent; it does not repeat
    ///   the value, which may be a secret
    void checkHeaders() {
        headers.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("a header cannot be named \"" + name + "\"");
            }
            if (!VALUE.matcher(value).matches()) {
                throw new IllegalArgumentException(
                        "the value of "
                                + name
                                + " holds a line end or another character that no"
                                + " header can hold");
            }
        });
        request(url, HttpSession.NONE, "*/*").build();
    }

    /// Where one connection broke off, those that wait for use may be as dead: what follows is to
    /// find out anew whether the server is there.
    void dropIdle() {
        client.connectionPool().evictAll();
    }

    /// Ends what the client has open. Exchanges under way are to be cancelled before.
    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private static String hostHeader(HttpUrl url) {
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? host : host + ":" + url.port();
    }
}
