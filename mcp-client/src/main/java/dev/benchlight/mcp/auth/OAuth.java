package dev.benchlight.mcp.auth;

import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.token.RefreshToken;

import dev.benchlight.mcp.auth.AuthStep.Check;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.http.HttpAuthorization;
import dev.benchlight.mcp.wire.http.OutsideClient;

import okhttp3.Dns;
import okhttp3.HttpUrl;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// OAuth for one MCP server: tokens are got when it asks for them, renewed ahead of their end, and
/// widened when it wants more scopes. One attempt runs at a time, on a thread of its own, and all
/// requests that need it wait for it. Thread-safe.
public final class OAuth implements HttpAuthorization {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final String PROOF = "DPoP";

    /// A request that was sent so often, each time with new tokens, is not sent again.
    private static final int MOST_ATTEMPTS = 3;

    private final HttpUrl server;
    private final AuthHttp http;
    private final AuthRules rules;
    private final AuthPorts ports;
    private final TokenEndpoint endpoint;
    private final TokenWay way;
    private final List<String> wished;
    private final ProofKey proofs = new ProofKey();
    private final Attempts attempts;
    private final Set<Set<String>> refusedScopes = new HashSet<>();
    private volatile @Nullable Tokens tokens;
    private volatile AuthDiscovery.@Nullable Found found;
    private volatile boolean fresh;
    private volatile @Nullable Challenge lastChallenge;

    /// Tokens that could not be renewed ahead of their end; that is not tried at each request.
    private volatile @Nullable Tokens notRenewed;

    /// Makes a way to tokens.
    private interface Ways {
        TokenWay make(AuthHttp http, TokenEndpoint endpoint, AuthPorts ports);
    }

    /// @param environment for proxies
    /// @throws IllegalArgumentException the server's URL is none of HTTP
    public OAuth(
            ServerConfig.Http config,
            ClientSettings client,
            AuthRules rules,
            Map<String, String> environment,
            AuthPorts ports) {
        this(
                config,
                rules,
                environment,
                ports,
                client.scopes(),
                (http, endpoint, told) ->
                        new CodeFlow(
                                new ClientIdentity(client, http, told),
                                endpoint,
                                http,
                                rules,
                                told));
    }

    /// As the other, for access without a user.
    ///
    /// @param scopes what is asked for beside the scopes that the server names
    public OAuth(
            ServerConfig.Http config,
            MachineGrant grant,
            List<String> scopes,
            AuthRules rules,
            Map<String, String> environment,
            AuthPorts ports) {
        this(
                config,
                rules,
                environment,
                ports,
                scopes,
                (http, endpoint, told) -> new MachineFlow(grant, endpoint, http, told));
    }

    private OAuth(
            ServerConfig.Http config,
            AuthRules rules,
            Map<String, String> environment,
            AuthPorts ports,
            List<String> scopes,
            Ways way) {
        this.server = HttpUrl.get(config.url().toString());
        this.rules = rules;
        AuthTrace trace = new AuthTrace(ports.recorder(), ports.steps(), config.name());
        this.attempts = new Attempts(trace);
        this.ports = ports.telling(trace);
        this.wished = List.copyOf(scopes);
        this.http =
                new AuthHttp(
                        () -> OutsideClient.of(config, environment, TIMEOUT),
                        new TargetRules(server, Dns.SYSTEM, ports.consent()),
                        ports.gate(),
                        attempts::isGivenUp);
        this.endpoint = new TokenEndpoint(http, this.ports, proofs);
        this.way = way.make(http, endpoint, this.ports);
        Optional<Tokens> kept = ports.store().tokens(server.toString()).filter(this::isUsable);
        kept.ifPresent(known -> {
            ports.secrets().accept(known.access().value());
            Secret refresh = known.refresh();
            if (refresh != null) {
                ports.secrets().accept(refresh.value());
            }
        });
        this.tokens = kept.orElse(null);
    }

    /// Bound tokens are worth nothing without their key.
    private boolean isUsable(Tokens kept) {
        Secret key = kept.key();
        return !kept.bound() || (key != null && proofs.restore(key));
    }

    @Override
    public Map<String, String> headers(String method, URI url, boolean renew) {
        Tokens ending = tokens;
        if (renew
                && ending != null
                && ending.refresh() != null
                && !ending.equals(notRenewed)
                && ending.endSoon(ports.clock().instant())) {
            renewAhead(ending);
        }
        Tokens current = tokens;
        if (current == null) {
            return Map.of();
        }
        return bound(current)
                ? Map.of(
                        "Authorization",
                        header(current),
                        PROOF,
                        proofs.proof(method, url, current.access()))
                : Map.of("Authorization", header(current));
    }

    /// Whoever waits for the user is not waited for.
    private void renewAhead(Tokens ending) {
        if (!attempts.mayTakeLong()) {
            attempts.run(null, true, () -> refreshAhead(ending)).join();
        }
    }

    /// What there is now.
    public Optional<Tokens> tokens() {
        return Optional.ofNullable(tokens);
    }

    /// Gets tokens anew, whatever there is; or waits for the attempt that runs.
    public CompletableFuture<Verdict> signIn() {
        return attempts.run(
                null,
                false,
                () -> {
                    Challenge challenge = lastChallenge;
                    AuthDiscovery.Found now = discovered(challenge);
                    Tokens before = stillOf(now);
                    List<String> scopes = before == null ? List.of() : before.scopes();
                    List<String> wanted = Scopes.select(challenge, now, scopes);
                    take(way.obtain(now, wanted), wanted);
                    fresh = true;
                    return new Verdict.Again();
                });
    }

    /// Renews the tokens there are, now; or waits for the attempt that runs.
    public CompletableFuture<Verdict> renew() {
        return attempts.run(
                null,
                true,
                () -> {
                    Tokens before = tokens;
                    AuthDiscovery.Found now = discovered(lastChallenge);
                    if (before == null || stillOf(now) == null) {
                        throw new AuthFault("oauth-no-token", "There is no token to renew.", null);
                    }
                    take(refresh(now, before), before.scopes());
                    return new Verdict.Again();
                });
    }

    /// Forgets the tokens, here and where they are kept. The issuer is not told. May block.
    public void forget() {
        tokens = null;
        ports.store().keep(server.toString(), null);
    }

    private static boolean bound(Tokens tokens) {
        return tokens.type().equalsIgnoreCase(PROOF);
    }

    private static String header(Tokens tokens) {
        return tokens.type() + " " + tokens.access().value();
    }

    @Override
    public CompletableFuture<Verdict> refused(Refusal refusal) {
        Challenge challenge = Challenge.ofTokens(refusal.challenges()).orElse(null);
        boolean scopes = challenge != null && "insufficient_scope".equals(challenge.error());
        if (refusal.status() != 401 && !scopes) {
            return CompletableFuture.completedFuture(new Verdict.Leave());
        }
        Tokens current = tokens;
        if (current != null && !header(current).equals(refusal.sent())) {
            // Another request got new ones meanwhile.
            return CompletableFuture.completedFuture(new Verdict.Again());
        }
        if (challenge != null && challenge.scheme().equals("dpop")) {
            proofs.want();
            boolean nonce = proofs.heard(server.uri(), refusal.headers());
            if (nonce && current != null && "use_dpop_nonce".equals(challenge.error())) {
                return CompletableFuture.completedFuture(new Verdict.Again());
            }
        }
        lastChallenge = challenge;
        return attempts.run(refusal.within(), false, () -> answer(refusal, challenge, scopes));
    }

    @Override
    public void stop() {
        // First this, so that what is asked from now on is not asked at all.
        attempts.giveUp();
        ports.gate().stop();
        way.stop();
        http.dropIdle();
    }

    private Verdict answer(Refusal refusal, @Nullable Challenge challenge, boolean scopes)
            throws AuthFault, InterruptedException {
        if (refusal.attempt() >= MOST_ATTEMPTS || (!scopes && fresh && refusal.attempt() > 0)) {
            throw stillRefused(refusal, challenge);
        }
        ports.steps().took(Challenges.step(refusal, challenge));
        AuthDiscovery.Found now = discovered(challenge);
        Tokens before = stillOf(now);
        if (!scopes && refusal.attempt() == 0 && before != null && renew(now, before)) {
            return new Verdict.Again();
        }
        List<String> wanted =
                Scopes.with(
                        wished,
                        Scopes.select(
                                challenge, now, before == null ? List.of() : before.scopes()));
        if (scopes && !refusedScopes.add(Set.copyOf(wanted))) {
            throw stillRefused(refusal, challenge);
        }
        take(way.obtain(now, wanted), wanted);
        fresh = true;
        return new Verdict.Again();
    }

    private AuthDiscovery.Found discovered(@Nullable Challenge challenge) throws AuthFault {
        Tokens before = tokens;
        String preferred = before == null ? way.issuer() : before.issuer();
        AuthDiscovery.Found now =
                new AuthDiscovery(server, http, rules, ports.steps(), preferred).run(challenge);
        found = now;
        return now;
    }

    /// The tokens there are, unless they are another issuer's by now.
    private @Nullable Tokens stillOf(AuthDiscovery.Found now) {
        Tokens before = tokens;
        if (before != null && !before.issuer().equals(now.issuer().issuer())) {
            moved(before, now);
            return null;
        }
        return before;
    }

    /// Renews tokens that the server no longer takes.
    ///
    /// @return whether that worked
    private boolean renew(AuthDiscovery.Found now, Tokens before) {
        if (before.refresh() == null) {
            return false;
        }
        try {
            take(refresh(now, before), before.scopes());
            fresh = false;
            return true;
        } catch (AuthFault refused) {
            // The step tells of it; the user is asked instead.
            ports.store().keep(server.toString(), null);
            return false;
        }
    }

    /// Those who wait for this go on with the tokens that there are then.
    private Verdict refreshAhead(Tokens before) {
        if (!before.equals(tokens)) {
            return new Verdict.Again();
        }
        try {
            AuthDiscovery.Found now = found;
            if (now == null) {
                now = discovered(null);
            }
            if (before.issuer().equals(now.issuer().issuer())) {
                take(refresh(now, before), before.scopes());
            } else {
                moved(before, now);
            }
        } catch (AuthFault fault) {
            notRenewed = before;
            ports.steps()
                    .took(
                            new AuthStep(
                                    "refresh ahead of the end",
                                    null,
                                    List.of(new Check("RFC 6749, 6", false, fault.text()))));
        }
        return new Verdict.Again();
    }

    private Tokens refresh(AuthDiscovery.Found now, Tokens before) throws AuthFault {
        Secret refresh = before.refresh();
        OAuthClient client = way.client(now.issuer()).orElse(null);
        if (refresh == null || client == null) {
            throw new AuthFault(
                    "oauth-no-client", "There is nothing to renew the token with.", null);
        }
        Tokens renewed =
                endpoint.request(
                        "refresh",
                        now,
                        client,
                        new RefreshTokenGrant(new RefreshToken(refresh.value())),
                        List.of(),
                        before.scopes());
        return renewed.refresh() != null ? renewed : renewed.withRefresh(refresh);
    }

    private void take(Tokens taken, List<String> asked) {
        // What was asked for is what a later step-up adds to, even if less was granted.
        Tokens granted = taken.withScopes(asked);
        Tokens kept = granted.bound() ? granted.boundTo(proofs.jwk()) : granted;
        tokens = kept;
        ports.store().keep(server.toString(), kept);
    }

    /// Nothing of one issuer is shown to another.
    private void moved(Tokens before, AuthDiscovery.Found now) {
        tokens = null;
        ports.store().keep(server.toString(), null);
        ports.steps()
                .took(
                        new AuthStep(
                                "another authorisation server",
                                null,
                                List.of(
                                        new Check(
                                                "MCP, Authorization Server Binding",
                                                true,
                                                "was "
                                                        + before.issuer()
                                                        + ", is "
                                                        + now.issuer().issuer()))));
    }

    private static AuthFault stillRefused(Refusal refusal, @Nullable Challenge challenge) {
        String error = challenge == null ? null : challenge.error();
        String scope = challenge == null ? null : challenge.scope();
        return new AuthFault(
                "oauth-still-refused",
                "The server refuses the new token too (HTTP "
                        + refusal.status()
                        + (error == null ? "" : ", " + error)
                        + ")"
                        + (scope == null ? "." : "; it asks for the scope '" + scope + "'."),
                "The token may be for another audience, or the user may lack the permission.");
    }
}
