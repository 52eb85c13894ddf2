package dev.benchlight.mcp.conformance;

import dev.benchlight.mcp.auth.AuthPorts;
import dev.benchlight.mcp.auth.AuthRules;
import dev.benchlight.mcp.auth.AuthStep;
import dev.benchlight.mcp.auth.ClientSettings;
import dev.benchlight.mcp.auth.MachineGrant;
import dev.benchlight.mcp.auth.OAuth;
import dev.benchlight.mcp.auth.Secret;
import dev.benchlight.mcp.wire.PemFile;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.http.HttpAuthorization;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// OAuth as the suite wants it: its authorisation servers ask nobody, but redirect at once.
final class Login {
    private static final URI DOCUMENT =
            URI.create("https://conformance-test.local/client-metadata.json");

    private Login() {}

    /// @param context what the suite gives to the scenario, an object
    static HttpAuthorization of(ServerConfig.Http config, JsonNode context) {
        AuthPorts ports = AuthPorts.of(Login::visit, AuthStep.Listener.NONE, _ -> {});
        Optional<MachineGrant> grant = grant(context);
        if (grant.isPresent()) {
            return new OAuth(config, grant.get(), List.of(), AuthRules.ANY, Map.of(), ports);
        }
        ClientSettings settings = ClientSettings.DEFAULT.withDocument(DOCUMENT);
        if (context.has("client_id") && context.has("client_secret")) {
            settings =
                    settings.with(
                            new ClientSettings.PreRegistered(
                                    null,
                                    context.path("client_id").asString(),
                                    new Secret(context.path("client_secret").asString())));
        }
        return new OAuth(config, settings, AuthRules.ANY, Map.of(), ports);
    }

    private static Optional<MachineGrant> grant(JsonNode context) {
        String id = context.path("client_id").asString("");
        Secret secret = new Secret(context.path("client_secret").asString(""));
        return Optional.ofNullable(
                switch (context.path("name").asString("")) {
                    case "auth/client-credentials-basic" ->
                            new MachineGrant.ClientSecret(id, secret);
                    case "auth/client-credentials-jwt" ->
                            new MachineGrant.SignedClient(
                                    id,
                                    key(context.path("private_key_pem").asString()),
                                    context.path("signing_algorithm").asString("ES256"),
                                    null);
                    case "auth/wif-jwt-bearer" ->
                            new MachineGrant.Workload(
                                    id, () -> new Secret(context.path("valid_jwt").asString()));
                    case "auth/enterprise-managed-authorization",
                            "auth/cross-app-access-complete-flow" ->
                            new MachineGrant.Enterprise(
                                    id,
                                    secret,
                                    URI.create(context.path("idp_token_endpoint").asString()),
                                    context.path("idp_client_id").asString(),
                                    () -> new Secret(context.path("idp_id_token").asString()));
                    default -> null;
                });
    }

    private static PrivateKey key(String pem) {
        try {
            return PemFile.key(pem);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What a browser does with a page that redirects.
    private static void visit(URI page) throws IOException {
        OkHttpClient client = new OkHttpClient.Builder().followRedirects(false).build();
        try (Response response = get(client, page.toString())) {
            get(client, String.valueOf(response.header("Location"))).close();
        } finally {
            client.connectionPool().evictAll();
        }
    }

    private static Response get(OkHttpClient client, String url) throws IOException {
        return client.newCall(new Request.Builder().url(url).build()).execute();
    }
}
