package dev.benchlight.mcp.auth;

import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.openid.connect.sdk.rp.ApplicationType;
import com.nimbusds.openid.connect.sdk.rp.OIDCClientMetadata;

import dev.benchlight.mcp.auth.AuthStep.Check;
import dev.benchlight.mcp.auth.OAuthClient.Origin;

import okhttp3.MediaType;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// Comes by a client identifier ("Client Registration"): one registered by hand, else our metadata
/// document, else dynamic registration; each for one issuer only. Thread-safe.
final class ClientIdentity {
    static final String NONE = "none";
    static final String BASIC = "client_secret_basic";
    static final String POST = "client_secret_post";
    private static final MediaType JSON = MediaType.get("application/json");

    private final ClientSettings settings;
    private final TokenStore store;
    private final AuthHttp http;
    private final AuthPorts ports;

    /// Whose the client registered by hand became with its first use.
    private final AtomicReference<@Nullable String> boundTo = new AtomicReference<>();

    ClientIdentity(ClientSettings settings, AuthHttp http, AuthPorts ports) {
        this.settings = settings;
        this.store = ports.store();
        this.http = http;
        this.ports = ports;
    }

    /// The client that needs no registering, or one registered before.
    Optional<OAuthClient> known(ServerMetadata issuer) throws AuthFault {
        ClientSettings.PreRegistered byHand = settings.preRegistered();
        if (byHand != null) {
            return Optional.of(byHand(byHand, issuer));
        }
        URI document = settings.document();
        if (document != null && issuer.takesClientIdDocuments()) {
            said("client ID metadata document", "the issuer takes " + document);
            return Optional.of(
                    new OAuthClient(
                            Origin.DOCUMENT, document.toString(), null, NONE, settings.redirect()));
        }
        Optional<OAuthClient> kept =
                store.client(issuer.issuer())
                        .filter(client -> client.origin() == Origin.REGISTERED);
        kept.ifPresent(client -> said("client registered before", "client_id " + client.id()));
        kept.map(OAuthClient::secret).ifPresent(secret -> ports.secrets().accept(secret.value()));
        return kept;
    }

    /// The issuer that the client registered by hand belongs to, or null.
    @Nullable String issuer() {
        ClientSettings.PreRegistered byHand = settings.preRegistered();
        if (byHand == null) {
            return null;
        }
        return byHand.issuer() == null ? boundTo.get() : byHand.issuer();
    }

    private OAuthClient byHand(ClientSettings.PreRegistered client, ServerMetadata issuer)
            throws AuthFault {
        String bound = client.issuer() == null ? boundTo.get() : client.issuer();
        if (bound != null && !bound.equals(issuer.issuer())) {
            throw new AuthFault(
                    "oauth-client-of-another-issuer",
                    "The client '"
                            + client.id()
                            + "' was registered with "
                            + bound
                            + ", but the server now names "
                            + issuer.issuer()
                            + ".",
                    "Register a client there, or ask the server's operator whether the change is"
                            + " meant. Nothing was sent.");
        }
        OAuthClient used =
                new OAuthClient(
                        Origin.PRE_REGISTERED,
                        client.id(),
                        client.secret(),
                        method(client.secret() != null, issuer.tokenAuthMethods()),
                        settings.redirect());
        boundTo.compareAndSet(null, issuer.issuer());
        said("pre-registered client", "client_id " + client.id());
        return used;
    }

    /// Registers a client (RFC 7591), which is kept.
    OAuthClient register(ServerMetadata issuer, URI redirect) throws AuthFault {
        String endpoint = issuer.registrationEndpoint();
        if (endpoint == null || !settings.mayRegister()) {
            throw new AuthFault(
                    "oauth-no-client",
                    "There is no client identifier for "
                            + issuer.issuer()
                            + (endpoint == null ? ", which registers none by itself." : "."),
                    "Register a client there by hand, and enter its identifier for this server.");
        }
        AuthHttp.Answer answer =
                http.post(
                        "registration_endpoint",
                        endpoint,
                        JSON,
                        metadata(issuer, redirect).toJSONObject().toJSONString(),
                        Map.of(),
                        Map.of(
                                "redirect_uris", redirect.toString(),
                                "application_type", "native",
                                "client_name", settings.name()));
        ObjectNode json = answer.json();
        String id = json == null ? "" : json.path("client_id").asString("");
        boolean registered = answer.ok() && !id.isEmpty();
        ports.steps()
                .took(
                        new AuthStep(
                                "dynamic client registration",
                                answer.exchange(),
                                List.of(
                                        new Check(
                                                "RFC 7591, 3.2.1",
                                                registered,
                                                registered
                                                        ? "client_id " + id
                                                        : refusal(answer, json)))));
        if (json == null || !registered) {
            throw new AuthFault(
                    "oauth-registration-refused",
                    "The authorisation server did not register a client: "
                            + refusal(answer, json)
                            + ".",
                    "It may not take http redirects to loopback; register a client by hand then.");
        }
        OAuthClient client = client(id, json, issuer, redirect);
        store.keepClient(issuer.issuer(), client);
        return client;
    }

    private OAuthClient client(String id, ObjectNode json, ServerMetadata issuer, URI redirect) {
        String secret = json.path("client_secret").asString("");
        if (!secret.isEmpty()) {
            ports.secrets().accept(secret);
        }
        String named = json.path("token_endpoint_auth_method").asString("");
        String method =
                List.of(NONE, BASIC, POST).contains(named)
                        ? named
                        : method(!secret.isEmpty(), issuer.tokenAuthMethods());
        return new OAuthClient(
                Origin.REGISTERED,
                id,
                secret.isEmpty() ? null : new Secret(secret),
                secret.isEmpty() ? NONE : method,
                redirect);
    }

    private OIDCClientMetadata metadata(ServerMetadata issuer, URI redirect) {
        OIDCClientMetadata metadata = new OIDCClientMetadata();
        metadata.setName(settings.name());
        metadata.setRedirectionURI(redirect);
        metadata.setApplicationType(ApplicationType.NATIVE);
        Set<GrantType> grants = new LinkedHashSet<>();
        grants.add(GrantType.AUTHORIZATION_CODE);
        grants.add(GrantType.REFRESH_TOKEN);
        metadata.setGrantTypes(grants);
        metadata.setResponseTypes(Set.of(ResponseType.CODE));
        List<String> methods = issuer.tokenAuthMethods();
        metadata.setTokenEndpointAuthMethod(
                new ClientAuthenticationMethod(
                        methods == null || methods.contains(NONE) ? NONE : method(true, methods)));
        return metadata;
    }

    /// How a client with or without a secret shows who it is. Where the server does not say what it
    /// takes, that is `client_secret_basic` (RFC 8414, 2).
    static String method(boolean secret, @Nullable List<String> supported) {
        if (!secret) {
            return NONE;
        }
        if (supported == null || supported.contains(BASIC)) {
            return BASIC;
        }
        return supported.contains(POST) || !supported.contains(NONE) ? POST : NONE;
    }

    private static String refusal(AuthHttp.Answer answer, @Nullable ObjectNode json) {
        if (json == null) {
            return answer.trouble();
        }
        String error = json.path("error").asString("");
        String description = json.path("error_description").asString("");
        return error.isEmpty()
                ? answer.ok() ? "no client_id in its answer" : answer.trouble()
                : error + (description.isEmpty() ? "" : " (" + description + ")");
    }

    private void said(String name, String text) {
        ports.steps()
                .took(
                        new AuthStep(
                                name,
                                null,
                                List.of(new Check("MCP, Client Registration", true, text))));
    }
}
