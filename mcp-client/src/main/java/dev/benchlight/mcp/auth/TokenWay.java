package dev.benchlight.mcp.auth;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// A way to tokens. Thread-safe.
interface TokenWay {

    /// @param scopes to ask for, or empty to ask for none
    Tokens obtain(AuthDiscovery.Found found, List<String> scopes)
            throws AuthFault, InterruptedException;

    /// Who we are to the issuer, for renewing tokens got in this way.
    Optional<OAuthClient> client(ServerMetadata issuer) throws AuthFault;

    /// The issuer to take where a server names several, or null for any.
    default @Nullable String issuer() {
        return null;
    }

    /// Gives up waiting for the user.
    default void stop() {}
}
