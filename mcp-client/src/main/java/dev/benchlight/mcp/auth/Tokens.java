package dev.benchlight.mcp.auth;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What an authorisation server gave out for one MCP server.
///
/// @param issuer who gave them, and alone may renew them
/// @param resource for whom
/// @param type `Bearer` or `DPoP`
/// @param refresh null if there is none
/// @param expires null if it was not said
/// @param scopes granted or, where that was not said, asked for
/// @param key that they are bound to, as a private JWK; null for those that are not bound
public record Tokens(
        String issuer,
        String resource,
        String type,
        Secret access,
        @Nullable Secret refresh,
        @Nullable Instant expires,
        List<String> scopes,
        @Nullable Secret key) {
    /// Clocks differ, and a request takes its time.
    private static final Duration SKEW = Duration.ofSeconds(30);

    public Tokens {
        scopes = List.copyOf(scopes);
    }

    /// Whether they end so soon that they had better be renewed.
    public boolean endSoon(Instant now) {
        return expires != null && !now.plus(SKEW).isBefore(expires);
    }

    Tokens withRefresh(Secret other) {
        return new Tokens(issuer, resource, type, access, other, expires, scopes, key);
    }

    Tokens boundTo(@Nullable Secret other) {
        return new Tokens(issuer, resource, type, access, refresh, expires, scopes, other);
    }

    /// Whether each request has to prove that it holds the key.
    public boolean bound() {
        return type.equalsIgnoreCase("DPoP");
    }

    Tokens withScopes(List<String> other) {
        return new Tokens(issuer, resource, type, access, refresh, expires, other, key);
    }
}
