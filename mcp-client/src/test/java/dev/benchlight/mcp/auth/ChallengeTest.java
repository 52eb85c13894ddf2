package dev.benchlight.mcp.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ChallengeTest {
    @Test
    void theBearerChallengeIsReadWithItsParameters() {
        Challenge challenge =
                only(
                        "Bearer error=\"insufficient_scope\", scope=\"files:read files:write\","
                                + " resource_metadata=\"https://h.test/.well-known/x?a=b,c\"");
        assertThat(challenge.error()).isEqualTo("insufficient_scope");
        assertThat(challenge.scope()).isEqualTo("files:read files:write");
        assertThat(challenge.resourceMetadata()).isEqualTo("https://h.test/.well-known/x?a=b,c");
    }

    @Test
    void namesAreOfAnyCaseAndValuesMayBeBareOrEscaped() {
        Challenge challenge = only("BEARER  Scope = mcp , ERROR=\"a \\\"b\\\" \\\\c\"");
        assertThat(challenge.scope()).isEqualTo("mcp");
        assertThat(challenge.error()).isEqualTo("a \"b\" \\c");
        assertThat(challenge.resourceMetadata()).isNull();
    }

    @Test
    void theFirstOfAParameterCountsSoThatNoneCanBeAppended() {
        assertThat(only("Bearer scope=one, scope=two").scope()).isEqualTo("one");
    }

    @Test
    void severalChallengesStandInOneHeaderOrInMany() {
        assertThat(
                        Challenge.parse(
                                List.of(
                                        "Negotiate dG9rZW4=, Basic realm=\"x, Bearer y=z\", Bearer"
                                                + " scope=\"a\"",
                                        "DPoP algs=\"ES256\"")))
                .extracting(Challenge::scheme)
                .containsExactly("negotiate", "basic", "bearer", "dpop");
    }

    @Test
    void aBearerChallengeMayHaveNoParametersAndABrokenOneIsReadAsFarAsItGoes() {
        assertThat(only("Bearer").parameters()).isEmpty();
        assertThat(only("Bearer scope=\"a\", error=\"cut").parameters())
                .isEqualTo(Map.of("scope", "a"));
        assertThat(Challenge.ofTokens(List.of("", "Basic realm=\"r\"", "\"", "=,="))).isEmpty();
        assertThat(Challenge.ofTokens(List.of("DPoP algs=\"ES256\""))).isPresent();
    }

    @Test
    void aHostileHeaderIsReadInLinearTime() {
        String hostile = "Bearer " + "a=\"".repeat(5_000) + "\\".repeat(5_000);
        assertThat(Challenge.parse(List.of(hostile, "a ".repeat(8_000)))).isNotEmpty();
    }

    private static Challenge only(String header) {
        return Challenge.ofTokens(List.of(header)).orElseThrow();
    }
}
