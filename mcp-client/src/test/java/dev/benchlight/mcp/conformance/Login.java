package dev.benchlight.mcp.conformance;

import dev.benchlight.mcp.auth.AuthPorts;
import dev.benchlight.mcp.auth.AuthRules;
import dev.benchlight.mcp.auth.AuthStep;
import dev.benchlight.mcp.auth.ClientSettings;
import dev.benchlight.mcp.auth.OAuth;
import dev.benchlight.mcp.auth.Secret;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.http.HttpAuthorization;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/// OAuth as the suite wants it: its authorisation servers ask nobody, but redirect at once.
final class Login {
    private static final URI DOCUMENT =
            URI.create("https://conformance-test.local/client-metadata.json");

    private Login() {}

    /// @param context what the suite gives to the scenario, an object
    static HttpAuthorization of(ServerConfig.Http config, JsonNode context) {
        ClientSettings settings = ClientSettings.DEFAULT.withDocument(DOCUMENT);
        if (context.has("client_id") && context.has("client_secret")) {
            settings =
                    settings.with(
                            new ClientSettings.PreRegistered(
                                    null,
                                    context.path("client_id").asString(),
                                    new Secret(context.path("client_secret").asString())));
        }
        return new OAuth(
                config,
                settings,
                AuthRules.ANY,
                Map.of(),
                AuthPorts.of(Login::visit, AuthStep.Listener.NONE, _ -> {}));
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
