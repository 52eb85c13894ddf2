package dev.benchlight.mcp.auth;

import static dev.benchlight.mcp.auth.IssuerSite.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.wire.http.HttpAuthorization.Verdict;

import okhttp3.HttpUrl;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/// The code flow, and the checks of fault T10: each refusal names its check, and no code is sent to
/// the token endpoint.
class CodeFlowTest {
    private final OAuthRun run = new OAuthRun();

    @AfterEach
    void close() {
        run.close();
    }

    @Test
    void aServerWantsATokenAndGetsOne() {
        OAuth oauth = run.oauth(ClientSettings.DEFAULT);
        assertThat(run.sent(oauth)).isNull();
        assertThat(run.unauthorized(oauth)).isEqualTo(new Verdict.Again());
        assertThat(run.sent(oauth)).isEqualTo("Bearer access-token-1");
        assertThat(run.asked("response_type")).isEqualTo("code");
        assertThat(run.asked("code_challenge_method")).isEqualTo("S256");
        assertThat(run.asked("resource")).isEqualTo(run.server.origin() + "/mcp");
        assertThat(parameter(run.lastForm(), "resource")).isEqualTo(run.server.origin() + "/mcp");
        assertThat(parameter(run.lastForm(), "code_verifier")).hasSizeGreaterThanOrEqualTo(43);
        assertThat(run.asked("state")).hasSizeGreaterThanOrEqualTo(32);
        assertThat(run.steps.broken()).isEmpty();
        assertThat(run.steps.steps())
                .extracting(AuthStep::name)
                .containsExactly(
                        "the server's refusal",
                        "protected-resource metadata",
                        "authorization-server metadata",
                        "proof key",
                        "dynamic client registration",
                        "authorization request",
                        "authorization response",
                        "token request");
    }

    @Test
    void noSecretShowsInTheStepsAndAllAreTold() {
        run.issuer.tokenAnswer.put("refresh_token", "refresh-token-1");
        run.unauthorized(run.oauth(ClientSettings.DEFAULT));
        String shown = run.steps.steps().toString();
        String verifier = parameter(run.lastForm(), "code_verifier");
        for (String secret : List.of("access-token-1", "refresh-token-1", "code-1", verifier)) {
            assertThat(run.secrets).contains(secret);
            assertThat(shown).doesNotContain(secret);
        }
        assertThat(run.store.tokens(run.server.url("/mcp").toString()).toString())
                .doesNotContain("access-token-1");
    }

    @ParameterizedTest
    @CsvSource({"absent, oauth-no-pkce", "plain, oauth-plain-pkce", "S512, oauth-plain-pkce"})
    void aServerWithoutS256IsRefused(String method, String code) {
        if (method.equals("absent")) {
            run.issuer.metadata.remove("code_challenge_methods_supported");
        } else {
            run.issuer.metadata.putArray("code_challenge_methods_supported").add(method);
        }
        assertThat(run.fault(ClientSettings.DEFAULT)).isEqualTo(code);
        assertThat(run.browser.opened).isEmpty();
        assertThat(run.steps.broken()).containsExactly("MCP, Authorization Code Protection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "other"})
    void anAnswerWithAnotherStateIsNotUsed(String state) {
        run.issuer.redirect = back -> back.newBuilder().setQueryParameter("state", state).build();
        assertThat(run.fault(ClientSettings.DEFAULT)).isEqualTo("oauth-bad-state");
        assertThat(run.issuer.tokenForms).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "false, absent, true",
        "false, same, true",
        "false, other, false",
        "true, same, true",
        "true, absent, false",
        "true, other, false",
        "true, slash, false",
        "true, upper, false",
        "true, twice, false"
    })
    void theIssuerOfAnAnswerIsComparedByteForByte(boolean promised, String iss, boolean taken) {
        run.issuer.metadata.put("authorization_response_iss_parameter_supported", promised);
        String same = run.issuer.origin();
        run.issuer.redirect =
                back -> {
                    HttpUrl.Builder builder = back.newBuilder();
                    switch (iss) {
                        case "same" -> builder.addQueryParameter("iss", same);
                        case "other" -> builder.addQueryParameter("iss", "https://evil.test");
                        case "slash" -> builder.addQueryParameter("iss", same + "/");
                        case "upper" ->
                                builder.addQueryParameter("iss", same.replace("http", "HTTP"));
                        case "twice" ->
                                builder.addQueryParameter("iss", same)
                                        .addQueryParameter("iss", "https://evil.test");
                        default -> {}
                    }
                    return builder.build();
                };
        OAuth oauth = run.oauth(ClientSettings.DEFAULT);
        Verdict verdict = run.unauthorized(oauth);
        if (taken) {
            assertThat(verdict).isEqualTo(new Verdict.Again());
        } else {
            assertThat(verdict.toString()).contains("oauth-bad-iss");
            assertThat(run.issuer.tokenForms).isEmpty();
        }
    }

    @Test
    void anErrorOfAnotherIssuerIsNotShown() {
        run.issuer.redirect =
                back ->
                        back.newBuilder()
                                .removeAllQueryParameters("code")
                                .addQueryParameter("error", "call +1-555-FAKE")
                                .addQueryParameter("iss", "https://evil.test")
                                .build();
        Verdict verdict = run.unauthorized(run.oauth(ClientSettings.DEFAULT));
        assertThat(verdict.toString()).contains("oauth-bad-iss").doesNotContain("FAKE");
        assertThat(run.steps.steps().toString()).doesNotContain("FAKE");
    }

    @Test
    void aRefusalIsSaidInTheServersWords() {
        run.issuer.redirect =
                back ->
                        back.newBuilder()
                                .removeAllQueryParameters("code")
                                .addQueryParameter("error", "access_denied")
                                .addQueryParameter("error_description", "Not today")
                                .build();
        assertThat(run.unauthorized(run.oauth(ClientSettings.DEFAULT)).toString())
                .contains("access_denied (Not today)");
        run.issuer.redirect = back -> back;
        run.issuer.tokenAnswer.put("error", "invalid_client");
        assertThat(run.unauthorized(run.oauth(ClientSettings.DEFAULT)).toString())
                .contains("oauth-token-refused", "invalid_client");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "file:///etc/passwd",
                "cmd:calc",
                "ps:calc",
                "smb://h/x",
                "data:text/html,x",
                "http://auth.test/authorize",
                "https://user@auth.test/",
                "https://auth.test/a b",
                "-flag",
                ""
            })
    void nothingButAWebAddressIsOpened(String address) {
        run.issuer.metadata.put("authorization_endpoint", address);
        assertThat(run.fault(ClientSettings.DEFAULT)).isEqualTo("oauth-target-refused");
        assertThat(run.browser.opened).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "http://169.254.169.254/token"})
    void aTokenEndpointThatMustNotBeContactedIsSaidBeforeTheUserSignsIn(String address) {
        run.issuer.metadata.put("token_endpoint", address);
        assertThat(run.fault(ClientSettings.DEFAULT)).isEqualTo("oauth-target-refused");
        assertThat(run.browser.opened).isEmpty();
    }

    @Test
    void whatTheAddressHoldsForAShellIsEncoded() {
        run.issuer.metadata.put(
                "authorization_endpoint", run.issuer.origin() + "/$(touch pwned)\"'`;|");
        assertThat(run.fault(ClientSettings.DEFAULT)).isEqualTo("oauth-target-refused");
        run.issuer.metadata.put(
                "authorization_endpoint", run.issuer.origin() + "/authorize?tenant=\"a\"&x=`b`");
        assertThat(run.unauthorized(run.oauth(ClientSettings.DEFAULT)))
                .isEqualTo(new Verdict.Again());
        assertThat(run.browser.opened.getLast().toString()).doesNotContain("\"", "`", " ");
        assertThat(run.asked("tenant")).isEqualTo("\"a\"");
    }

    @Test
    void aBrowserThatDoesNotStartIsSaidWithThePage() {
        OAuth oauth =
                run.oauth(
                        ClientSettings.DEFAULT,
                        _ -> {
                            throw new IOException("no display");
                        });
        assertThat(run.unauthorized(oauth).toString())
                .contains("oauth-no-browser", "no display", run.issuer.origin() + "/authorize");
    }

    @Test
    void stoppingEndsTheWaitForTheBrowser() {
        CompletableFuture<Boolean> asked = new CompletableFuture<>();
        OAuth oauth = run.oauth(ClientSettings.DEFAULT, _ -> asked.complete(true));
        CompletableFuture<Verdict> verdict =
                CompletableFuture.supplyAsync(() -> run.unauthorized(oauth));
        assertThat(asked.join()).isTrue();
        oauth.stop();
        assertThat(Objects.requireNonNull(verdict.join()).toString()).contains("oauth-no-answer");
    }
}
