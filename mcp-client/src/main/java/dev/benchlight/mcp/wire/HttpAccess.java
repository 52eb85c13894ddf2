package dev.benchlight.mcp.wire;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How an endpoint over HTTP is reached, beside its address and headers.
///
/// @param tls certificates, the server's and the client's
/// @param proxy its URL, [#NO_PROXY], or null for what the environment names
/// @param auth what the entry says of authorisation, by the names it has there; the program makes
///   headers or an authorisation of it, the wire does not look at it
public record HttpAccess(
        ServerConfig.Transport transport,
        TlsSettings tls,
        @Nullable String proxy,
        Map<String, String> auth) {
    /// Goes past the proxies of the environment.
    public static final String NO_PROXY = "none";

    public static final HttpAccess DEFAULT =
            new HttpAccess(ServerConfig.Transport.AUTO, TlsSettings.DEFAULT, null, Map.of());

    public HttpAccess {
        auth = Collections.unmodifiableMap(new LinkedHashMap<>(auth));
    }

    public HttpAccess over(ServerConfig.Transport other) {
        return new HttpAccess(other, tls, proxy, auth);
    }

    public HttpAccess with(TlsSettings other) {
        return new HttpAccess(transport, other, proxy, auth);
    }

    /// @param other its URL, [#NO_PROXY], or null
    public HttpAccess through(@Nullable String other) {
        return new HttpAccess(transport, tls, other, auth);
    }

    public HttpAccess with(Map<String, String> otherAuth) {
        return new HttpAccess(transport, tls, proxy, otherAuth);
    }

    /// Shows no value of `auth`, which may be secret.
    @Override
    public String toString() {
        return "HttpAccess[" + transport + ", " + tls + ", " + proxy + ", " + auth.keySet() + "]";
    }
}
