package dev.benchlight.app.auth;

import dev.benchlight.app.secrets.Secrets;
import dev.benchlight.mcp.auth.OAuthClient;
import dev.benchlight.mcp.auth.Secret;
import dev.benchlight.mcp.auth.TokenStore;
import dev.benchlight.mcp.auth.Tokens;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Tokens and client registrations among the secrets: tokens by server, clients by issuer. What
/// cannot be read is as good as not there. Thread-safe.
public record KeptTokens(Secrets secrets) implements TokenStore {
    /// Before a server's URL, in the name of a secret.
    public static final String TOKENS = "tokens:";

    /// Before an issuer.
    public static final String CLIENT = "client:";

    @Override
    public Optional<Tokens> tokens(String server) {
        return json(TOKENS + server).map(KeptTokens::tokens);
    }

    private static Tokens tokens(JsonNode json) {
        String refresh = json.path("refresh").asString("");
        String expires = json.path("expires").asString("");
        String key = json.path("key").asString("");
        List<String> scopes =
                json.path("scopes").valueStream().map(scope -> scope.asString("")).toList();
        return new Tokens(
                json.path("issuer").asString(""),
                json.path("resource").asString(""),
                json.path("type").asString("Bearer"),
                new Secret(json.path("access").asString("")),
                refresh.isEmpty() ? null : new Secret(refresh),
                expires.isEmpty() ? null : Instant.parse(expires),
                scopes,
                key.isEmpty() ? null : new Secret(key));
    }

    @Override
    public void keep(String server, @Nullable Tokens tokens) {
        if (tokens == null) {
            secrets.forget(TOKENS + server);
            return;
        }
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("issuer", tokens.issuer());
        json.put("resource", tokens.resource());
        json.put("type", tokens.type());
        json.put("access", tokens.access().value());
        if (tokens.refresh() != null) {
            json.put("refresh", tokens.refresh().value());
        }
        if (tokens.key() != null) {
            json.put("key", tokens.key().value());
        }
        if (tokens.expires() != null) {
            json.put("expires", tokens.expires().toString());
        }
        tokens.scopes().forEach(json.putArray("scopes")::add);
        secrets.put(TOKENS + server, json.toString());
    }

    @Override
    public Optional<OAuthClient> client(String issuer) {
        return json(CLIENT + issuer).map(KeptTokens::client);
    }

    private static OAuthClient client(JsonNode json) {
        String secret = json.path("secret").asString("");
        String redirect = json.path("redirect").asString("");
        return new OAuthClient(
                OAuthClient.Origin.valueOf(json.path("origin").asString("")),
                json.path("id").asString(""),
                secret.isEmpty() ? null : new Secret(secret),
                json.path("method").asString("none"),
                redirect.isEmpty() ? null : URI.create(redirect));
    }

    @Override
    public void keepClient(String issuer, @Nullable OAuthClient client) {
        if (client == null) {
            secrets.forget(CLIENT + issuer);
            return;
        }
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("origin", client.origin().name());
        json.put("id", client.id());
        if (client.secret() != null) {
            json.put("secret", client.secret().value());
        }
        json.put("method", client.authMethod());
        if (client.redirect() != null) {
            json.put("redirect", client.redirect().toString());
        }
        secrets.put(CLIENT + issuer, json.toString());
    }

    private Optional<JsonNode> json(String name) {
        try {
            Optional<JsonNode> json = secrets.get(name).map(JsonMapper.shared()::readTree);
            // Parsed here, so that what is broken is noticed here.
            json.ifPresent(name.startsWith(TOKENS) ? KeptTokens::tokens : KeptTokens::client);
            return json;
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
