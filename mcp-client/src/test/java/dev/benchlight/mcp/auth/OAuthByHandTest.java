package dev.benchlight.mcp.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.EventLog;
import dev.benchlight.mcp.auth.AuthGate.Planned;
import dev.benchlight.mcp.wire.http.HttpAuthorization.Verdict;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStarted;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// What a user does with the authorisation of one server, step by step or at once.
class OAuthByHandTest {
    private final OAuthRun run = new OAuthRun();
    private final List<Planned> planned = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void eachRequestAndTheBrowserWaitAtTheGate() {
        OAuth oauth = gated(_ -> true);
        assertThat(oauth.signIn().join()).isEqualTo(new Verdict.Again());
        assertThat(planned)
                .extracting(Planned::what)
                .containsExactly(
                        "resource_metadata",
                        "authorization server metadata",
                        "registration_endpoint",
                        "authorization_endpoint (browser)",
                        "token_endpoint");
        assertThat(planned.getLast().fields()).containsEntry("grant_type", "authorization_code");
        assertThat(planned.toString()).doesNotContain("code-1");
    }

    @Test
    void aStepThatIsNotPassedEndsItBeforeAnythingIsSent() {
        OAuth oauth = gated(next -> !next.what().equals("token_endpoint"));
        assertThat(oauth.signIn().join().toString()).contains("oauth-stopped");
        assertThat(run.issuer.tokenForms).isEmpty();
        assertThat(oauth.tokens()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "resource_metadata",
                "authorization server metadata",
                "registration_endpoint",
                "authorization_endpoint (browser)"
            })
    void anAttemptThatIsGivenUpTakesNoFurtherStep(String during) {
        CompletableFuture<OAuth> made = new CompletableFuture<>();
        OAuth oauth =
                gated(next -> {
                    if (next.what().equals(during)) {
                        made.join().stop();
                    }
                    return true;
                });
        made.complete(oauth);
        assertThat(oauth.signIn().join().toString()).contains("oauth-stopped");
        assertThat(planned.getLast().what()).isEqualTo(during);
        planned.clear();
        assertThat(run.oauth(ClientSettings.DEFAULT).signIn().join())
                .isEqualTo(new Verdict.Again());
    }

    @Test
    void whoeverGaveUpIsNotAskedToSignIn() {
        CompletableFuture<OAuth> made = new CompletableFuture<>();
        AtomicInteger asked = new AtomicInteger();
        Browser browser =
                new Browser() {
                    @Override
                    public void ready(String issuer, List<String> scopes) {
                        asked.incrementAndGet();
                    }

                    @Override
                    public void open(URI page) {
                        asked.incrementAndGet();
                    }
                };
        AuthStep.Listener stopping =
                step -> {
                    if (step.name().equals("proof key")) {
                        made.join().stop();
                    }
                };
        made.complete(run.oauth(ClientSettings.DEFAULT, run.ports(browser).telling(stopping)));
        assertThat(made.join().signIn().join().toString()).contains("oauth-stopped");
        assertThat(asked).hasValue(0);
    }

    @Test
    void tokensAreRenewedAndForgottenOnDemand() {
        run.issuer.tokenAnswer.put("refresh_token", "refresh-1");
        OAuth oauth = run.oauth(ClientSettings.DEFAULT);
        oauth.signIn().join();
        assertThat(oauth.renew().join()).isEqualTo(new Verdict.Again());
        assertThat(run.sent(oauth)).isEqualTo("Bearer access-token-2");
        assertThat(run.browser.opened).hasSize(1);
        oauth.forget();
        assertThat(run.sent(oauth)).isNull();
        assertThat(run.store.tokens(run.server.url("/mcp").toString())).isEmpty();
        assertThat(oauth.renew().join().toString()).contains("oauth-no-token");
    }

    @Test
    void anAttemptWithoutACallIsATraceOfItsOwn() {
        EventLog log = new EventLog();
        run.oauth(ClientSettings.DEFAULT, run.ports(run.browser).recordedBy(log)).signIn().join();
        SpanStarted attempt = log.started(SpanKind.AUTHORIZATION).getFirst();
        assertThat(attempt.parent()).isNull();
        assertThat(log.started(SpanKind.AUTHORIZATION).stream().skip(1))
                .allMatch(step -> attempt.id().equals(step.parent()))
                .hasSize(run.steps.steps().size());
    }

    @Test
    void theFirstOfSeveralIssuersThatIsInOrderIsUsed() {
        try (IssuerSite broken = new IssuerSite()) {
            broken.metadata.put("issuer", "https://evil.test");
            run.site.issuedBy(broken, run.issuer);
            OAuth oauth = run.oauth(ClientSettings.DEFAULT);
            assertThat(oauth.signIn().join()).isEqualTo(new Verdict.Again());
            assertThat(oauth.tokens().orElseThrow().issuer()).isEqualTo(run.issuer.origin());
            assertThat(run.steps.broken())
                    .containsExactly("RFC 8414, 3.3", "MCP, Authorization Server Location");
            assertThat(broken.authorizations).isEmpty();
        }
    }

    @Test
    void theIssuerThatWasUsedBeforeGoesFirst() {
        OAuth oauth = run.oauth(ClientSettings.DEFAULT);
        oauth.signIn().join();
        try (IssuerSite other = new IssuerSite()) {
            run.site.issuedBy(other, run.issuer);
            oauth.signIn().join();
            assertThat(other.site.log()).isEmpty();
            assertThat(run.issuer.tokenForms).hasSize(2);
        }
    }

    private OAuth gated(AuthGate gate) {
        return run.oauth(
                ClientSettings.DEFAULT,
                run.ports(run.browser)
                        .gatedBy(next -> {
                            planned.add(next);
                            return gate.pass(next);
                        }));
    }
}
