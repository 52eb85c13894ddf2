package dev.benchlight.mcp.auth;

import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.token.RefreshToken;

import dev.benchlight.mcp.auth.AuthStep.Check;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.WireFault;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

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
    private final ProofKey proofs = new ProofKey();
    private final AtomicReference<@Nullable CompletableFuture<Verdict>> running =
            new AtomicReference<>();
    private final Set<Set<String>> refusedScopes = new HashSet<>();
    private volatile @Nullable Tokens tokens;
    private volatile AuthDiscovery.@Nullable Found found;
    private volatile boolean fresh;

    /// Tokens that could not be renewed ahead of their end; that is not tried at each request.
    private volatile @Nullable Tokens notRenewed;

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
                (http, endpoint) ->
                        new CodeFlow(
                                new ClientIdentity(client, http, ports),
                                endpoint,
                                http,
                                rules,
                                ports));
    }

    /// As the other, for access without a user.
    public OAuth(
            ServerConfig.Http config,
            MachineGrant grant,
            AuthRules rules,
            Map<String, String> environment,
            AuthPorts ports) {
        this(
                config,
                rules,
                environment,
                ports,
                (http, endpoint) -> new MachineFlow(grant, endpoint, http, ports));
    }

    private OAuth(
            ServerConfig.Http config,
            AuthRules rules,
            Map<String, String> environment,
            AuthPorts ports,
            BiFunction<AuthHttp, TokenEndpoint, TokenWay> way) {
        this.server = HttpUrl.get(config.url().toString());
        this.rules = rules;
        this.ports = ports;
        this.http =
                new AuthHttp(
                        () -> OutsideClient.of(config, environment, TIMEOUT),
                        new TargetRules(server, Dns.SYSTEM, ports.consent()));
        this.endpoint = new TokenEndpoint(http, ports, proofs);
        this.way = way.apply(http, endpoint);
        Optional<Tokens> kept = ports.store().tokens(server.toString());
        kept.ifPresent(known -> {
            ports.secrets().accept(known.access().value());
            Secret refresh = known.refresh();
            if (refresh != null) {
                ports.secrets().accept(refresh.value());
            }
        });
        this.tokens = kept.orElse(null);
    }

    @Override
    public Map<String, String> headers(String method, URI url, boolean renew) {
        Tokens ending = tokens;
        if (renew
                && ending != null
                && ending.refresh() != null
                && !ending.equals(notRenewed)
                && ending.endSoon(ports.clock().instant())) {
            single(() -> refreshAhead(ending)).join();
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
        return single(() -> answer(refusal, challenge, scopes));
    }

    @Override
    public void stop() {
        way.stop();
    }

    /// Work that may fail.
    private interface Attempt {
        Verdict run() throws AuthFault, InterruptedException;
    }

    /// Runs the attempt, or waits for the one that runs.
    private CompletableFuture<Verdict> single(Attempt attempt) {
        CompletableFuture<Verdict> mine = new CompletableFuture<>();
        while (!running.compareAndSet(null, mine)) {
            CompletableFuture<Verdict> other = running.get();
            if (other != null) {
                return other;
            }
        }
        Thread.ofVirtual()
                .name("oauth")
                .start(() -> {
                    Verdict verdict = new Verdict.Leave();
                    try {
                        verdict = attempt.run();
                    } catch (AuthFault fault) {
                        verdict = new Verdict.Failed(asWireFault(fault));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    } finally {
                        running.set(null);
                        mine.complete(verdict);
                    }
                });
        return mine;
    }

    private static WireFault asWireFault(AuthFault fault) {
        return WireFault.of(WireFault.Kind.AUTH, fault.code(), fault.text()).withHint(fault.hint());
    }

    private Verdict answer(Refusal refusal, @Nullable Challenge challenge, boolean scopes)
            throws AuthFault, InterruptedException {
        if (refusal.attempt() >= MOST_ATTEMPTS || (!scopes && fresh && refusal.attempt() > 0)) {
            throw stillRefused(refusal, challenge);
        }
        AuthDiscovery.Found now =
                new AuthDiscovery(server, http, rules, ports.steps()).run(challenge);
        found = now;
        Tokens before = tokens;
        if (before != null && !before.issuer().equals(now.issuer().issuer())) {
            moved(before, now);
            before = null;
        }
        if (!scopes && refusal.attempt() == 0 && before != null && renew(now, before)) {
            return new Verdict.Again();
        }
        List<String> wanted =
                Scopes.select(challenge, now, before == null ? List.of() : before.scopes());
        if (scopes && !refusedScopes.add(Set.copyOf(wanted))) {
            throw stillRefused(refusal, challenge);
        }
        take(way.obtain(now, wanted), wanted);
        fresh = true;
        return new Verdict.Again();
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
                now = new AuthDiscovery(server, http, rules, ports.steps()).run(null);
                found = now;
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
        Tokens kept = taken.withScopes(asked);
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
