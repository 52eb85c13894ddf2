package dev.benchlight.mcp.auth;

import static dev.benchlight.mcp.auth.IssuerSite.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.wire.http.HttpAuthorization.Verdict;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/// Scopes, step-up and refresh.
class RenewalTest {
    private static final String STEP_UP = "Bearer error=\"insufficient_scope\", scope=\"%s\"";

    private final OAuthRun run = new OAuthRun();
    private final OAuth oauth = run.oauth(ClientSettings.DEFAULT);

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void theChallengesScopesGoBeforeTheMetadatasAndNoneIsAskedForWhereNoneIsNamed() {
        run.unauthorized(oauth);
        assertThat(run.lastAuthorization().queryParameterNames()).doesNotContain("scope");
        run.resource.putArray("scopes_supported").add("a").add("b");
        run.unauthorized(run.oauth(ClientSettings.DEFAULT));
        assertThat(run.asked("scope")).isEqualTo("a b");
        run.store.keep(run.server.url("/mcp").toString(), null);
        run.refused(run.oauth(ClientSettings.DEFAULT), 401, "Bearer scope=\"c\"", 0);
        assertThat(run.asked("scope")).isEqualTo("c");
    }

    @Test
    void offlineAccessIsAskedForOnlyWhereTheIssuerAdvertisesIt() {
        run.resource.putArray("scopes_supported").add("a");
        run.unauthorized(oauth);
        assertThat(run.asked("scope")).isEqualTo("a");
        run.issuer.metadata.putArray("scopes_supported").add("a").add("offline_access");
        run.store.keep(run.server.url("/mcp").toString(), null);
        run.unauthorized(run.oauth(ClientSettings.DEFAULT));
        assertThat(run.asked("scope")).isEqualTo("a offline_access");
        assertThat(run.asked("prompt")).isEqualTo("consent");
    }

    @Test
    void aStepUpAsksForTheOldScopesAndTheNewOnes() {
        run.refused(oauth, 401, "Bearer scope=\"read\"", 0);
        assertThat(run.refused(oauth, 403, STEP_UP.formatted("write"), 0))
                .isEqualTo(new Verdict.Again());
        assertThat(run.asked("scope")).isEqualTo("read write");
        assertThat(run.sent(oauth)).isEqualTo("Bearer access-token-2");
    }

    @Test
    void aStepUpThatDoesNotHelpIsNotTriedAgain() {
        run.refused(oauth, 401, "Bearer scope=\"read\"", 0);
        run.refused(oauth, 403, STEP_UP.formatted("write"), 0);
        for (int attempt : new int[] {1, 0}) {
            assertThat(run.refused(oauth, 403, STEP_UP.formatted("write"), attempt).toString())
                    .contains("oauth-still-refused", "insufficient_scope", "'write'");
        }
        assertThat(run.browser.opened).hasSize(2);
    }

    @Test
    void aServerThatAlwaysWantsMoreIsGivenUpOn() {
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(run.refused(oauth, 403, STEP_UP.formatted("s" + attempt), attempt))
                    .isEqualTo(new Verdict.Again());
        }
        assertThat(run.refused(oauth, 403, STEP_UP.formatted("s3"), 3).toString())
                .contains("oauth-still-refused");
    }

    @Test
    void aForbiddenCallWithoutAWordOfScopesIsLeftAsItIs() {
        assertThat(run.refused(oauth, 403, "Bearer", 0)).isEqualTo(new Verdict.Leave());
        assertThat(run.refused(oauth, 403, "Bearer error=\"access_denied\"", 0))
                .isEqualTo(new Verdict.Leave());
        assertThat(run.server.log()).isEmpty();
    }

    @Test
    void aFreshTokenThatIsRefusedEndsIt() {
        run.unauthorized(oauth);
        assertThat(run.refused(oauth, 401, "Bearer error=\"invalid_token\"", 1).toString())
                .contains("oauth-still-refused", "invalid_token");
        assertThat(run.browser.opened).hasSize(1);
    }

    @Test
    void aTokenIsRenewedAheadOfItsEnd() {
        run.issuer.tokenAnswer.put("refresh_token", "refresh-1");
        run.unauthorized(oauth);
        run.now = run.now.plusSeconds(3_500);
        assertThat(run.sent(oauth)).isEqualTo("Bearer access-token-1");
        run.now = run.now.plusSeconds(75);
        run.issuer.tokenAnswer.remove("refresh_token");
        assertThat(run.sent(oauth)).isEqualTo("Bearer access-token-2");
        assertThat(parameter(run.lastForm(), "grant_type")).isEqualTo("refresh_token");
        assertThat(parameter(run.lastForm(), "refresh_token")).isEqualTo("refresh-1");
        assertThat(parameter(run.lastForm(), "resource")).isEqualTo(run.server.origin() + "/mcp");
        assertThat(run.browser.opened).hasSize(1);
        assertThat(run.store.tokens(run.server.url("/mcp").toString()).orElseThrow().refresh())
                .isEqualTo(new Secret("refresh-1"));
    }

    @Test
    void aTokenThatTheServerNoLongerTakesIsRenewedAndThenTheUserIsAsked() {
        run.issuer.tokenAnswer.put("refresh_token", "refresh-1");
        run.unauthorized(oauth);
        run.unauthorized(oauth);
        assertThat(run.sent(oauth)).isEqualTo("Bearer access-token-2");
        assertThat(run.browser.opened).hasSize(1);
        assertThat(run.refused(oauth, 401, "Bearer", 1)).isEqualTo(new Verdict.Again());
        assertThat(run.browser.opened).hasSize(2);
        assertThat(run.sent(oauth)).isEqualTo("Bearer access-token-3");
    }

    @Test
    void aRefreshThatFailsAheadIsTriedOnce() {
        run.issuer.tokenAnswer.put("refresh_token", "refresh-1");
        run.unauthorized(oauth);
        run.issuer.tokenAnswer.put("error", "invalid_grant");
        run.now = run.now.plusSeconds(3_599);
        assertThat(run.sent(oauth)).isEqualTo("Bearer access-token-1");
        assertThat(run.sent(oauth)).isEqualTo("Bearer access-token-1");
        assertThat(run.issuer.tokenForms).hasSize(2);
        assertThat(run.steps.broken()).contains("RFC 6749, 6");
    }

    @Test
    void tokensOfOneIssuerAreNotRenewedAtAnother() {
        run.issuer.tokenAnswer.put("refresh_token", "refresh-1");
        run.unauthorized(oauth);
        try (IssuerSite other = new IssuerSite()) {
            run.issuedBy(other);
            assertThat(run.unauthorized(oauth)).isEqualTo(new Verdict.Again());
            assertThat(other.tokenForms)
                    .extracting(form -> parameter(form, "grant_type"))
                    .containsExactly("authorization_code");
        }
    }

    @Test
    void keptTokensAreUsedByTheNextClient() {
        run.unauthorized(oauth);
        run.secrets.clear();
        OAuth next = run.oauth(ClientSettings.DEFAULT);
        assertThat(run.secrets).contains("access-token-1");
        assertThat(run.sent(next)).isEqualTo("Bearer access-token-1");
    }

    @Test
    void requestsThatAreRefusedTogetherWaitForOneLogin() {
        List<Verdict> verdicts =
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(_ -> run.refused(oauth, 401, "Bearer", 0))
                        .toList();
        assertThat(verdicts).containsOnly(new Verdict.Again());
        assertThat(run.issuer.site.requests("/register")).hasSize(1);
    }
}
