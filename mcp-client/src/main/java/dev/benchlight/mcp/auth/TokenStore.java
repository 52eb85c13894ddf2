package dev.benchlight.mcp.auth;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Where tokens and client registrations are kept. Tokens belong to a server and an issuer, a
/// client to an issuer. Thread-safe; it may block, but not for long.
public interface TokenStore {

    /// @param server its URL
    Optional<Tokens> tokens(String server);

    /// @param tokens null to forget them
    void keep(String server, @Nullable Tokens tokens);

    /// The client that was registered with this issuer, or was pre-registered and first used there.
    Optional<OAuthClient> client(String issuer);

    /// @param client null to forget it
    void keepClient(String issuer, @Nullable OAuthClient client);

    /// Forgets everything when the program ends.
    static TokenStore inMemory() {
        return new TokenStore() {
            private final Map<String, Tokens> tokens = new ConcurrentHashMap<>();
            private final Map<String, OAuthClient> clients = new ConcurrentHashMap<>();

            @Override
            public Optional<Tokens> tokens(String server) {
                return Optional.ofNullable(tokens.get(server));
            }

            @Override
            public void keep(String server, @Nullable Tokens kept) {
                tokens.compute(server, (_, _) -> kept);
            }

            @Override
            public Optional<OAuthClient> client(String issuer) {
                return Optional.ofNullable(clients.get(issuer));
            }

            @Override
            public void keepClient(String issuer, @Nullable OAuthClient client) {
                clients.compute(issuer, (_, _) -> client);
            }
        };
    }
}
