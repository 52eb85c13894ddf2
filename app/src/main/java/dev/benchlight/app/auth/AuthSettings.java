package dev.benchlight.app.auth;

import dev.benchlight.mcp.auth.AuthFault;
import dev.benchlight.mcp.auth.ClientSettings;
import dev.benchlight.mcp.auth.MachineGrant;
import dev.benchlight.mcp.auth.Secret;
import dev.benchlight.mcp.wire.PemFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What the `auth` of a server's entry comes to, every value put in.
record AuthSettings(Map<String, String> fields) {

    /// Of a user who signs in with a browser.
    ///
    /// @throws AuthFault an address is none
    ClientSettings client() throws AuthFault {
        ClientSettings usual = ClientSettings.DEFAULT;
        String id = fields.get("clientId");
        return new ClientSettings(
                id == null
                        ? null
                        : new ClientSettings.PreRegistered(fields.get("issuer"), id, secret()),
                uri("clientMetadata"),
                uri("redirect"),
                usual.name(),
                usual.mayRegister(),
                scopes());
    }

    List<String> scopes() {
        return Stream.of(fields.getOrDefault("scopes", "").strip().split("\\s+"))
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    /// Access without a user, if that is what it says.
    ///
    /// @throws AuthFault its key cannot be read, or an address is none
    Optional<MachineGrant> grant() throws AuthFault {
        String id = fields.getOrDefault("clientId", "");
        return Optional.ofNullable(
                switch (fields.getOrDefault("type", "")) {
                    case "client-credentials" ->
                            new MachineGrant.ClientSecret(id, new Secret(text("clientSecret")));
                    case "private-key-jwt" -> signed(id);
                    case "workload-identity" ->
                            new MachineGrant.Workload(id, current("token", "tokenFile"));
                    case "enterprise-managed" ->
                            new MachineGrant.Enterprise(
                                    id,
                                    secret(),
                                    Objects.requireNonNull(uri("providerTokenEndpoint")),
                                    text("providerClientId"),
                                    () -> new Secret(text("idToken")));
                    default -> null;
                });
    }

    private MachineGrant signed(String id) throws AuthFault {
        try {
            PrivateKey key = PemFile.key(current("key", "keyFile").get().value());
            String usual =
                    switch (key.getAlgorithm()) {
                        case "RSA" -> "RS256";
                        case "EdDSA", "Ed25519" -> "Ed25519";
                        default -> "ES256";
                    };
            return new MachineGrant.SignedClient(
                    id, key, fields.getOrDefault("algorithm", usual), fields.get("keyId"));
        } catch (GeneralSecurityException | UncheckedIOException e) {
            throw new AuthFault(
                    "auth-bad-key",
                    "The private key of this server's auth cannot be read: " + e.getMessage() + ".",
                    "It must be an unencrypted PKCS#8 key in PEM form.");
        }
    }

    /// The value, or what its file holds at the time it is wanted.
    private Supplier<Secret> current(String name, String fileName) {
        String file = fields.get(fileName);
        if (file == null) {
            return () -> new Secret(text(name));
        }
        return () -> {
            try {
                return new Secret(Files.readString(Path.of(file)).strip());
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be read", e);
            }
        };
    }

    private String text(String name) {
        return fields.getOrDefault(name, "");
    }

    private @Nullable Secret secret() {
        String secret = fields.get("clientSecret");
        return secret == null ? null : new Secret(secret);
    }

    /// What stood in the file was looked at there; what was put in for a variable was not.
    private @Nullable URI uri(String name) throws AuthFault {
        String text = fields.get(name);
        try {
            return text == null ? null : new URI(text);
        } catch (URISyntaxException e) {
            throw new AuthFault(
                    "auth-bad-url",
                    "With its variables put in, auth." + name + " of this server is no URL.",
                    "Check the environment that is used, and what it says of the variable.");
        }
    }

    @Override
    public String toString() {
        return "AuthSettings" + fields.keySet();
    }
}
