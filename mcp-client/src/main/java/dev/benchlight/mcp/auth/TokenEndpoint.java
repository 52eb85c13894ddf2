package dev.benchlight.mcp.auth;

import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.util.JSONObjectUtils;

import dev.benchlight.mcp.auth.AuthStep.Check;

import okhttp3.MediaType;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Asks for tokens (RFC 6749, 3.2), always for one resource (RFC 8707). Thread-safe.
final class TokenEndpoint {
    static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    private final AuthHttp http;
    private final AuthPorts ports;
    private final ProofKey proofs;

    TokenEndpoint(AuthHttp http, AuthPorts ports, ProofKey proofs) {
        this.http = http;
        this.proofs = proofs;
        this.ports = ports;
    }

    /// @param name of the step
    /// @param scopes asked for here, or empty to ask for none
    /// @param usual the scopes that are granted if the answer does not say
    Tokens request(
            String name,
            AuthDiscovery.Found found,
            OAuthClient client,
            AuthorizationGrant grant,
            List<String> scopes,
            List<String> usual)
            throws AuthFault {
        return request(name, found, authentication(client), client.id(), grant, scopes, usual);
    }

    /// @param authentication null for a public client
    Tokens request(
            String name,
            AuthDiscovery.Found found,
            @Nullable ClientAuthentication authentication,
            String id,
            AuthorizationGrant grant,
            List<String> scopes,
            List<String> usual)
            throws AuthFault {
        // Where the server may send us is decided before anything is built from it.
        URI endpoint = address(found);
        HTTPRequest request = built(endpoint, found, authentication, id, grant, scopes);
        Map<String, String> headers = new LinkedHashMap<>();
        String authorization = request.getAuthorization();
        if (authorization != null) {
            ports.secrets().accept(authorization.substring(authorization.indexOf(' ') + 1));
            headers.put("Authorization", authorization);
        }
        AuthHttp.Answer answer = posted(found, endpoint.toString(), request, headers);
        return taken(name, found, answer, usual);
    }

    /// Where tokens are given out.
    ///
    /// @throws AuthFault if that is nowhere, or must not be contacted
    URI address(AuthDiscovery.Found found) throws AuthFault {
        String endpoint = found.issuer().tokenEndpoint();
        if (endpoint == null) {
            throw new AuthFault(
                    "oauth-no-token-endpoint",
                    "The metadata of " + found.issuer().issuer() + " names no token_endpoint.",
                    null);
        }
        return http.allowed("token_endpoint", endpoint);
    }

    /// With a proof where tokens are to be bound; once more where that wants the server's nonce.
    private AuthHttp.Answer posted(
            AuthDiscovery.Found found,
            String endpoint,
            HTTPRequest request,
            Map<String, String> headers)
            throws AuthFault {
        boolean binds = proofs.binds(found.issuer());
        boolean again = false;
        while (true) {
            if (binds) {
                headers.put("DPoP", proofs.proof("POST", request.getURI(), null));
            }
            AuthHttp.Answer answer =
                    http.post(
                            "token_endpoint",
                            endpoint,
                            FORM,
                            request.getBody(),
                            headers,
                            fields(request));
            boolean nonce = proofs.heard(request.getURI(), answer.headers());
            if (again || !binds || !nonce || answer.ok()) {
                return answer;
            }
            again = true;
        }
    }

    private static HTTPRequest built(
            URI endpoint,
            AuthDiscovery.Found found,
            @Nullable ClientAuthentication authentication,
            String id,
            AuthorizationGrant grant,
            List<String> scopes) {
        TokenRequest.Builder builder =
                authentication == null
                        ? new TokenRequest.Builder(endpoint, new ClientID(id), grant)
                        : new TokenRequest.Builder(endpoint, authentication, grant);
        if (!scopes.isEmpty()) {
            builder.scope(new Scope(scopes.toArray(String[]::new)));
        }
        return builder.resource(URI.create(found.identifier())).build().toHTTPRequest();
    }

    private static Map<String, String> fields(HTTPRequest request) {
        try {
            return Masking.fields(request.getBodyAsFormParameters());
        } catch (ParseException e) {
            throw new IllegalStateException("a form of ours cannot be read", e);
        }
    }

    private static @Nullable ClientAuthentication authentication(OAuthClient client) {
        Secret secret = client.secret();
        if (secret == null || client.authMethod().equals(ClientIdentity.NONE)) {
            return null;
        }
        ClientID id = new ClientID(client.id());
        var value = new com.nimbusds.oauth2.sdk.auth.Secret(secret.value());
        return client.authMethod().equals(ClientIdentity.POST)
                ? new ClientSecretPost(id, value)
                : new ClientSecretBasic(id, value);
    }

    private Tokens taken(
            String name, AuthDiscovery.Found found, AuthHttp.Answer answer, List<String> usual)
            throws AuthFault {
        ObjectNode json = answer.json();
        Tokens tokens = null;
        String why = json == null ? answer.trouble() : refusal(answer, json);
        if (json != null && answer.ok()) {
            try {
                tokens = tokens(found, json, usual);
            } catch (ParseException e) {
                why = "no token in its answer: " + e.getMessage();
            }
        }
        String verdict = tokens == null ? why : "a " + tokens.type() + " token";
        ports.steps()
                .took(
                        new AuthStep(
                                name,
                                answer.exchange(),
                                List.of(new Check("RFC 6749, 5", tokens != null, verdict)),
                                json == null || tokens == null
                                        ? List.of()
                                        : decoded(json, tokens)));
        if (tokens == null) {
            throw new AuthFault(
                    "oauth-token-refused",
                    "The authorisation server gave no token: " + why + ".",
                    "It was asked at " + found.issuer().tokenEndpoint() + ".");
        }
        return tokens;
    }

    private Tokens tokens(AuthDiscovery.Found found, ObjectNode json, List<String> usual)
            throws ParseException {
        AccessToken access = AccessToken.parse(JSONObjectUtils.parse(json.toString()));
        ports.secrets().accept(access.getValue());
        String refresh = json.path("refresh_token").asString("");
        if (!refresh.isEmpty()) {
            ports.secrets().accept(refresh);
        }
        String identity = json.path("id_token").asString("");
        if (!identity.isEmpty()) {
            ports.secrets().accept(identity);
        }
        Instant now = ports.clock().instant();
        return new Tokens(
                found.issuer().issuer(),
                found.identifier(),
                access.getType().getValue(),
                new Secret(access.getValue()),
                refresh.isEmpty() ? null : new Secret(refresh),
                access.getLifetime() > 0 ? now.plusSeconds(access.getLifetime()) : null,
                access.getScope() == null ? usual : access.getScope().toStringList(),
                null);
    }

    private static List<DecodedToken> decoded(ObjectNode json, Tokens tokens) {
        List<DecodedToken> all = new ArrayList<>();
        all.add(DecodedToken.of("access_token", tokens.access().value()));
        for (String name : List.of("refresh_token", "id_token")) {
            String token = json.path(name).asString("");
            if (!token.isEmpty()) {
                all.add(DecodedToken.of(name, token));
            }
        }
        return all;
    }

    private static String refusal(AuthHttp.Answer answer, ObjectNode json) {
        String error = json.path("error").asString("");
        String description = json.path("error_description").asString("");
        return error.isEmpty()
                ? answer.trouble()
                : error + (description.isEmpty() ? "" : " (" + description + ")");
    }
}
