package dev.benchlight.mcp.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.JWTBearerGrant;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.util.URLUtils;

import dev.benchlight.mcp.auth.AuthStep.Check;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Access without a user ([MachineGrant]). A refusal is final: no other grant is tried.
/// Thread-safe.
final class MachineFlow implements TokenWay {
    private static final String ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
    private static final String ID_JAG = "urn:ietf:params:oauth:token-type:id-jag";
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

    private final MachineGrant grant;
    private final TokenEndpoint endpoint;
    private final AuthHttp http;
    private final AuthPorts ports;

    MachineFlow(MachineGrant grant, TokenEndpoint endpoint, AuthHttp http, AuthPorts ports) {
        this.grant = grant;
        this.endpoint = endpoint;
        this.http = http;
        this.ports = ports;
    }

    @Override
    public Tokens obtain(AuthDiscovery.Found found, List<String> scopes) throws AuthFault {
        return switch (grant) {
            case MachineGrant.ClientSecret(String id, Secret secret) ->
                    asked(
                            "client credentials",
                            found,
                            client(id, secret, found.issuer()),
                            new ClientCredentialsGrant(),
                            scopes);
            case MachineGrant.SignedClient signed ->
                    endpoint.request(
                            "client credentials",
                            found,
                            signed(signed, found.issuer()),
                            signed.clientId(),
                            new ClientCredentialsGrant(),
                            scopes,
                            scopes);
            case MachineGrant.Workload(String id, var assertion) ->
                    asked(
                            "workload identity",
                            found,
                            client(id, null, found.issuer()),
                            bearer(told(assertion.get())),
                            scopes);
            case MachineGrant.Enterprise enterprise ->
                    asked(
                            "enterprise-managed authorization",
                            found,
                            client(enterprise.clientId(), enterprise.secret(), found.issuer()),
                            bearer(exchanged(enterprise, found)),
                            scopes);
        };
    }

    /// Tokens got in this way are asked for anew, not renewed.
    @Override
    public Optional<OAuthClient> client(ServerMetadata issuer) {
        return Optional.empty();
    }

    private Tokens asked(
            String name,
            AuthDiscovery.Found found,
            OAuthClient client,
            AuthorizationGrant asking,
            List<String> scopes)
            throws AuthFault {
        return endpoint.request(name, found, client, asking, scopes, scopes);
    }

    private static OAuthClient client(String id, @Nullable Secret secret, ServerMetadata issuer) {
        return new OAuthClient(
                OAuthClient.Origin.PRE_REGISTERED,
                id,
                secret,
                ClientIdentity.method(secret != null, issuer.tokenAuthMethods()),
                null);
    }

    /// The assertion is for the issuer alone, so that no other server can use it.
    private ClientAuthentication signed(MachineGrant.SignedClient client, ServerMetadata issuer)
            throws AuthFault {
        try {
            PrivateKeyJWT assertion =
                    new PrivateKeyJWT(
                            new JWTAuthenticationClaimsSet(
                                    new ClientID(client.clientId()), new Audience(issuer.issuer())),
                            JWSAlgorithm.parse(client.algorithm()),
                            client.key(),
                            client.keyId(),
                            null);
            ports.secrets().accept(assertion.getClientAssertion().serialize());
            return assertion;
        } catch (JOSEException | IllegalArgumentException e) {
            throw new AuthFault(
                    "oauth-bad-key",
                    "The client's key cannot sign with " + client.algorithm() + ".",
                    "ES256 wants a P-256 key, RS256 and PS256 an RSA one.");
        }
    }

    private static JWTBearerGrant bearer(String assertion) throws AuthFault {
        try {
            return new JWTBearerGrant(SignedJWT.parse(assertion));
        } catch (ParseException e) {
            throw new AuthFault("oauth-bad-assertion", "The assertion is no signed JWT.", null);
        }
    }

    private String told(Secret secret) {
        ports.secrets().accept(secret.value());
        return secret.value();
    }

    /// RFC 8693 at the identity provider: the ID token for an assertion (ID-JAG).
    private String exchanged(MachineGrant.Enterprise enterprise, AuthDiscovery.Found found)
            throws AuthFault {
        Map<String, List<String>> form = new LinkedHashMap<>();
        form.put("grant_type", List.of(EXCHANGE));
        form.put("client_id", List.of(enterprise.providerClientId()));
        form.put("subject_token", List.of(told(enterprise.idToken().get())));
        form.put("subject_token_type", List.of(ID_TOKEN));
        form.put("requested_token_type", List.of(ID_JAG));
        form.put("audience", List.of(found.issuer().issuer()));
        form.put("resource", List.of(found.identifier()));
        AuthHttp.Answer answer =
                http.post(
                        "identity provider's token_endpoint",
                        enterprise.providerEndpoint().toString(),
                        TokenEndpoint.FORM,
                        URLUtils.serializeParameters(form),
                        Map.of(),
                        Masking.fields(form));
        ObjectNode json = answer.json();
        String assertion = json == null ? "" : json.path("access_token").asString("");
        String error = json == null ? "" : json.path("error").asString("");
        boolean met = answer.ok() && !assertion.isEmpty();
        if (met) {
            ports.secrets().accept(assertion);
        }
        String verdict = met ? "an assertion" : error.isEmpty() ? answer.trouble() : error;
        ports.steps()
                .took(
                        new AuthStep(
                                "token exchange",
                                answer.exchange(),
                                List.of(new Check("RFC 8693, 2.2", met, verdict)),
                                met
                                        ? List.of(DecodedToken.of("assertion", assertion))
                                        : List.of()));
        if (!met) {
            throw new AuthFault(
                    "oauth-exchange-refused",
                    "The identity provider gave no assertion for the server: " + verdict + ".",
                    "It was asked at " + enterprise.providerEndpoint() + ".");
        }
        return assertion;
    }
}
