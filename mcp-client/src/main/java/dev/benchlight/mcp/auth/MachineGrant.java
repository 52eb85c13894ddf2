package dev.benchlight.mcp.auth;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.security.PrivateKey;
import java.util.function.Supplier;

/// Access without a user at a browser, as the extensions of MCP name it.
public sealed interface MachineGrant {
    /// The client's identifier with the server's authorisation server.
    String clientId();

    /// Client credentials with a secret.
    record ClientSecret(String clientId, Secret secret) implements MachineGrant {}

    /// Client credentials with a signed assertion (`private_key_jwt`, RFC 7523, 2.2).
    ///
    /// @param algorithm such as `ES256` or `RS256`
    /// @param keyId of the key, or null
    record SignedClient(String clientId, PrivateKey key, String algorithm, @Nullable String keyId)
            implements MachineGrant {
        @Override
        public String toString() {
            return "SignedClient[" + clientId + ", " + algorithm + "]";
        }
    }

    /// Workload identity: the platform's own token is the grant (RFC 7523, 2.1).
    ///
    /// @param assertion the token as it is now
    record Workload(String clientId, Supplier<Secret> assertion) implements MachineGrant {}

    /// Enterprise-managed authorisation: the company's identity provider turns the user's ID token
    /// into an assertion for the server's authorisation server.
    ///
    /// @param secret of the client at the server's authorisation server, or null
    /// @param providerClientId of the client at the identity provider
    /// @param idToken the user's, as it is now
    record Enterprise(
            String clientId,
            @Nullable Secret secret,
            URI providerEndpoint,
            String providerClientId,
            Supplier<Secret> idToken)
            implements MachineGrant {}
}
