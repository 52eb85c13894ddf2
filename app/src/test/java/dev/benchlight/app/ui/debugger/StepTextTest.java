package dev.benchlight.app.ui.debugger;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.app.ui.signin.SignInState;
import dev.benchlight.mcp.auth.AuthFault;
import dev.benchlight.mcp.auth.AuthStep;
import dev.benchlight.mcp.auth.AuthStep.Check;
import dev.benchlight.mcp.auth.AuthStep.Exchange;
import dev.benchlight.mcp.auth.DecodedToken;
import dev.benchlight.trace.Moment;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// What the debugger says of steps, and which one it shows first.
class StepTextTest {
    private static final Check KEPT = new Check("RFC 1", true, "fine");
    private static final Check BROKEN = new Check("RFC 2", false, "not fine");

    @Test
    void requestAndResponseReadAsTheyWereSent() {
        Exchange exchange = exchange(200, "{\"issuer\":\"https://a.test\"}");
        assertThat(StepText.request(exchange))
                .isEqualTo("POST https://a.test/token\nAccept: */*\n\ncode = •••• (6 chars)");
        assertThat(StepText.response(exchange))
                .startsWith("HTTP 200\ncontent-type: application/json\n\n{")
                .contains("\"issuer\" : \"https://a.test\"");
        AuthStep step = new AuthStep("s", exchange, List.of());
        assertThat(StepText.status(step)).isEqualTo("200");
        assertThat(StepText.took(step)).isEqualTo("42 ms");
        assertThat(StepText.status(new AuthStep("s", exchange(0, "no answer in time"), List.of())))
                .isEqualTo("no answer");
    }

    @Test
    void whatAServerHidesInItsTextsIsShown() {
        Exchange exchange =
                new Exchange(
                        "GET",
                        URI.create("https://a.test/"),
                        Map.of(),
                        Map.of("scope", "a\u0007b" + "x".repeat(100_000)),
                        400,
                        Map.of("x-\u200bodd", List.of("line\nbreak")),
                        "\u202eevil\u0000",
                        moment(0),
                        moment(0));
        String text = StepText.request(exchange) + "\n" + StepText.response(exchange);
        assertThat(text)
                .contains("⟦U+0007⟧", "⟦U+200B⟧", "⟦U+202E⟧evil⟦U+0000⟧")
                .contains("line⟦U+000A⟧break")
                .hasSizeLessThan(5_000);
    }

    @Test
    void aTokenSaysWhatCanBeReadOfIt() {
        String jwt = part("{\"alg\":\"ES256\"}") + "." + part("{\"sub\":\"me\"}") + ".c2ln";
        assertThat(StepText.token(DecodedToken.of("access_token", jwt)))
                .contains("access_token: JWT", "ES256", "\"sub\" : \"me\"")
                .doesNotContain("c2ln");
        assertThat(StepText.token(DecodedToken.of("refresh_token", "abc")))
                .contains("opaque, 3 characters")
                .doesNotContain("abc");
    }

    @Test
    void theNewestAttemptStandsOnTopAndWhatBrokeIsShownFirst() {
        SignInState state =
                SignInState.NONE
                        .began()
                        .took(step("old", KEPT))
                        .ended(null)
                        .began()
                        .took(step("good", KEPT))
                        .took(step("bad", KEPT, BROKEN));
        List<StepRow> running = StepRow.of(state);
        assertThat(running)
                .extracting(row ->
                        row.step() == null ? "#" + row.attempt().number() : row.step().name())
                .containsExactly("#2", "good", "bad", "#1", "old");
        assertThat(StepRow.follow(running)).isEqualTo(2);
        SignInState failed =
                state.took(step("after", KEPT)).ended(new AuthFault("code", "No.", null));
        assertThat(StepRow.follow(StepRow.of(failed))).isEqualTo(2);
        assertThat(failed.last().orElseThrow().culprit().flatMap(StepText::broken))
                .contains(BROKEN);
        assertThat(StepRow.follow(List.of())).isEqualTo(-1);
    }

    @Test
    void neitherAttemptsNorStepsGrowWithoutEnd() {
        SignInState state = SignInState.NONE;
        for (int i = 0; i < 30; i++) {
            state = state.began();
            for (int j = 0; j < 300; j++) {
                state = state.took(step("s", KEPT));
            }
            state = state.ended(null);
        }
        assertThat(state.attempts()).hasSize(10);
        assertThat(state.last().orElseThrow().number()).isEqualTo(30);
        assertThat(state.last().orElseThrow().steps()).hasSize(200);
        assertThat(state.took(step("late", KEPT))).isEqualTo(state);
    }

    private static AuthStep step(String name, Check... checks) {
        return new AuthStep(name, null, List.of(checks));
    }

    private static Exchange exchange(int status, String body) {
        return new Exchange(
                "POST",
                URI.create("https://a.test/token"),
                Map.of("Accept", "*/*"),
                Map.of("code", "•••• (6 chars)"),
                status,
                status == 0 ? Map.of() : Map.of("content-type", List.of("application/json")),
                body,
                moment(0),
                moment(42_000_000));
    }

    private static Moment moment(long nanos) {
        return new Moment(Instant.EPOCH, nanos);
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
