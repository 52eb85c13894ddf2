package dev.benchlight.mcp.auth;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/// Who we are to one authorisation server.
///
/// @param secret null for a public client
/// @param authMethod how it shows who it is at the token endpoint: `none`, `client_secret_basic` or
///   `client_secret_post`
/// @param redirect the redirect URI that was registered, or null where any will do
public record OAuthClient(
        Origin origin,
        String id,
        @Nullable Secret secret,
        String authMethod,
        @Nullable URI redirect) {

    /// How it came to its identifier.
    public enum Origin {
        PRE_REGISTERED,
        /// A URL of ours, which any server can read (Client ID Metadata Documents).
        DOCUMENT,
        /// Dynamic registration (RFC 7591).
        REGISTERED
    }
}
