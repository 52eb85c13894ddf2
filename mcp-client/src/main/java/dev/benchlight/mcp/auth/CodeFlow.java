package dev.benchlight.mcp.auth;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.nimbusds.openid.connect.sdk.Prompt;

import dev.benchlight.mcp.auth.AuthStep.Check;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The authorisation code flow with PKCE ("Authorization Flow Steps"), through the user's browser.
/// Thread-safe.
final class CodeFlow implements TokenWay {
    static final Duration PATIENCE = RedirectListener.LONGEST_LIFE;

    private final ClientIdentity identity;
    private final TokenEndpoint endpoint;
    private final AuthHttp http;
    private final AuthRules rules;
    private final AuthPorts ports;
    private volatile @Nullable RedirectListener waiting;
    private volatile @Nullable Thread asking;

    CodeFlow(
            ClientIdentity identity,
            TokenEndpoint endpoint,
            AuthHttp http,
            AuthRules rules,
            AuthPorts ports) {
        this.identity = identity;
        this.endpoint = endpoint;
        this.http = http;
        this.rules = rules;
        this.ports = ports;
    }

    @Override
    public Tokens obtain(AuthDiscovery.Found found, List<String> scopes)
            throws AuthFault, InterruptedException {
        checkPkce(found);
        // Else the user signs in, and only then it turns out to be in vain.
        var _ = endpoint.address(found);
        awaitUser(found.issuer().issuer(), scopes);
        Optional<OAuthClient> known = identity.known(found.issuer());
        try (RedirectListener listener = listener(known)) {
            waiting = listener;
            OAuthClient client = known.filter(one -> fits(one, listener.uri())).orElse(null);
            if (client == null) {
                client = identity.register(found.issuer(), listener.uri());
            }
            State state = new State(32);
            CodeVerifier verifier = new CodeVerifier();
            ports.secrets().accept(verifier.getValue());
            URI page = page(found, client, scopes, listener.uri(), state, verifier);
            open(page, scopes);
            URI back = listener.await(PATIENCE);
            if (back == null) {
                throw new AuthFault(
                        "oauth-no-answer",
                        "The browser did not come back from the authorisation server.",
                        "The page was " + AuthorizationAnswer.withoutQuery(page) + ".");
            }
            String code = new AuthorizationAnswer(ports).code(back, state, found.issuer());
            AuthorizationCodeGrant grant =
                    new AuthorizationCodeGrant(
                            new AuthorizationCode(code), listener.uri(), verifier);
            return endpoint.request("token request", found, client, grant, List.of(), scopes);
        } finally {
            waiting = null;
        }
    }

    private void awaitUser(String issuer, List<String> scopes)
            throws AuthFault, InterruptedException {
        asking = Thread.currentThread();
        try {
            http.goOn("the user was asked");
            ports.browser().ready(issuer, scopes);
        } finally {
            asking = null;
        }
    }

    @Override
    public Optional<OAuthClient> client(ServerMetadata issuer) throws AuthFault {
        return identity.known(issuer);
    }

    @Override
    public @Nullable String issuer() {
        return identity.issuer();
    }

    @Override
    public void stop() {
        Thread thread = asking;
        if (thread != null) {
            thread.interrupt();
        }
        RedirectListener listener = waiting;
        if (listener != null) {
            listener.close();
        }
    }

    /// Whether a client may be sent back to this address. Only registered ones name theirs exactly.
    private static boolean fits(OAuthClient client, URI redirect) {
        return client.origin() != OAuthClient.Origin.REGISTERED
                || redirect.equals(client.redirect());
    }

    private static RedirectListener listener(Optional<OAuthClient> client) throws AuthFault {
        URI wanted = client.map(OAuthClient::redirect).orElse(null);
        boolean registered =
                client.filter(one -> one.origin() == OAuthClient.Origin.REGISTERED).isPresent();
        try {
            return RedirectListener.open(wanted);
        } catch (IOException e) {
            if (registered) {
                // Its port is taken by now; another is registered with a client of its own.
                return anywhere();
            }
            throw cannotListen(e);
        }
    }

    private static RedirectListener anywhere() throws AuthFault {
        try {
            return RedirectListener.open(null);
        } catch (IOException e) {
            throw cannotListen(e);
        }
    }

    private static AuthFault cannotListen(IOException cause) {
        return new AuthFault(
                "oauth-no-listener",
                "There is no way back from the browser: " + cause.getMessage() + ".",
                "The redirect URI must be an http address on loopback whose port is free.");
    }

    private void checkPkce(AuthDiscovery.Found found) throws AuthFault {
        List<String> methods = found.issuer().codeChallengeMethods();
        boolean described = found.resource() != null && rules.pkceAdvertised();
        boolean met = methods == null ? !described : methods.contains("S256");
        ports.steps()
                .took(
                        new AuthStep(
                                "proof key",
                                null,
                                List.of(
                                        new Check(
                                                "MCP, Authorization Code Protection",
                                                met,
                                                "code_challenge_methods_supported: "
                                                        + (methods == null
                                                                ? "absent"
                                                                : methods)))));
        if (!met) {
            throw new AuthFault(
                    methods == null ? "oauth-no-pkce" : "oauth-plain-pkce",
                    "The authorisation server "
                            + (methods == null
                                    ? "does not say that it knows PKCE"
                                    : "does not know the PKCE method S256, only " + methods)
                            + "; without it a code can be stolen.",
                    "Its metadata must name S256 in code_challenge_methods_supported.");
        }
    }

    private URI page(
            AuthDiscovery.Found found,
            OAuthClient client,
            List<String> scopes,
            URI redirect,
            State state,
            CodeVerifier verifier)
            throws AuthFault {
        String endpointText = found.issuer().authorizationEndpoint();
        if (endpointText == null) {
            throw new AuthFault(
                    "oauth-no-authorization-endpoint",
                    "The metadata of "
                            + found.issuer().issuer()
                            + " names no authorization_endpoint.",
                    null);
        }
        URI address = http.allowed("authorization_endpoint", endpointText);
        AuthorizationRequest.Builder builder =
                new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(client.id()))
                        .endpointURI(address)
                        .redirectionURI(redirect)
                        .state(state)
                        .codeChallenge(verifier, CodeChallengeMethod.S256)
                        .resource(URI.create(found.identifier()));
        if (!scopes.isEmpty()) {
            builder.scope(new Scope(scopes.toArray(String[]::new)));
        }
        if (scopes.contains("offline_access")) {
            // OpenID Connect Core, 11: else it is ignored.
            builder.prompt(Prompt.Type.CONSENT);
        }
        return builder.build().toURI();
    }

    private void open(URI page, List<String> scopes) throws AuthFault {
        URI address = AuthorizationAnswer.withoutQuery(page);
        Map<String, String> fields = Masking.fields(URLUtils.parseParameters(page.getRawQuery()));
        http.pass(new AuthGate.Planned("authorization_endpoint (browser)", "GET", address, fields));
        AuthStep.Exchange shown = AuthStep.Exchange.at("GET", address, fields, 0, "in the browser");
        ports.steps().took(new AuthStep("authorization request", shown, List.of()));
        try {
            ports.browser().open(page);
        } catch (IOException e) {
            throw new AuthFault(
                    "oauth-no-browser",
                    "The browser did not open: "
                            + e.getMessage()
                            + (scopes.isEmpty()
                                    ? "."
                                    : "; it was to ask for the scopes "
                                            + String.join(", ", scopes)
                                            + "."),
                    "The page is " + page);
        }
    }
}
