package dev.benchlight.mcp.auth;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/// What the user set for how to show who we are to authorisation servers.
///
/// @param preRegistered a client that was registered by hand, or null
/// @param document the `https` URL of our client metadata document, or null
/// @param redirect what the document, or the client registered by hand, names as redirect URI; null
///   for a port and path at random. Without a port in it, any will do (RFC 8252, 7.3)
/// @param name shown to the user on the server's page of consent
/// @param mayRegister whether to register where nothing else works
/// @param scopes what is asked for beside the scopes that the server names
public record ClientSettings(
        @Nullable PreRegistered preRegistered,
        @Nullable URI document,
        @Nullable URI redirect,
        String name,
        boolean mayRegister,
        List<String> scopes) {
    public static final ClientSettings DEFAULT =
            new ClientSettings(null, null, null, "Benchlight", true, List.of());

    public ClientSettings {
        scopes = List.copyOf(scopes);
    }

    /// A client registered by hand.
    ///
    /// @param issuer where, or null: then it belongs to the first one it is used with
    public record PreRegistered(@Nullable String issuer, String id, @Nullable Secret secret) {}

    public ClientSettings with(PreRegistered client) {
        return new ClientSettings(client, document, redirect, name, mayRegister, scopes);
    }

    public ClientSettings withDocument(URI url) {
        return new ClientSettings(preRegistered, url, redirect, name, mayRegister, scopes);
    }
}
