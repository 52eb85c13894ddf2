package dev.benchlight.mcp.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.mcp.wire.WireFault;

import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// What responses mean that are no answer.
class StatusFaultsTest {
    private static final SecretHeaders SECRETS = new SecretHeaders(Map.of());

    private static Response response(int status, String... headers) {
        return new Response.Builder()
                .request(
                        new Request.Builder()
                                .url("http://far.test/mcp?api_key=k-1&x=2")
                                .header("Authorization", "Bearer old")
                                .build())
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .headers(Headers.of(headers))
                .body(ResponseBody.create("", null))
                .build();
    }

    private static WireFault fault(Response response, String body) {
        return StatusFaults.of(response, body.getBytes(UTF_8), false, SECRETS);
    }

    private static JsonNode details(WireFault fault) {
        return Objects.requireNonNull(fault.details());
    }

    @ParameterizedTest
    @CsvSource({
        "'7', 7",
        "' 120 ', 120",
        "'0', 0",
        "'Sat, 21 Nov 2026 12:00:30 GMT', 30",
        "'Sat, 21 Nov 2026 11:00:00 GMT', 0"
    })
    void retryAfterIsSecondsOrADateAndNeverNegative(String header, long seconds) {
        assertThat(StatusFaults.retryAfter(header, Instant.parse("2026-11-21T12:00:00Z")))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999", "2026-11-21T12:00:00Z"})
    void anOddRetryAfterIsNoWait(String header) {
        assertThat(StatusFaults.retryAfter(header, Instant.EPOCH)).isNull();
    }

    @Test
    void aWaitIsTheHintAndOtherwiseTheStatusHasOne() {
        assertThat(fault(response(503, "Retry-After", "9"), "").hint()).contains("wait 9 s");
        assertThat(fault(response(503), "").hint()).contains("down or starting");
        assertThat(fault(response(429), "").hint()).contains("Too many requests");
        assertThat(fault(response(404), "").hint()).contains("/mcp");
        assertThat(fault(response(405), "").hint()).contains("/mcp", "HTTP+SSE");
        assertThat(fault(response(418), "").hint()).contains("says no more");
        assertThat(fault(response(418), "x").hint()).contains("in the body of its answer");
        assertThat(fault(response(418), "").message()).isEqualTo("The server answered HTTP 418.");
    }

    @Test
    void theBodyIsShownUpToTwoKibibytesAndSecretsAreMasked() {
        Response response = response(500, "Set-Cookie", "sid=abc", "X-Trace", "1", "X-Trace", "2");
        JsonNode details = details(fault(response, "e".repeat(5_000)));
        assertThat(details.path("body").asString()).hasSize(2_048);
        assertThat(details.path("status").asInt()).isEqualTo(500);
        assertThat(details.path("url").asString())
                .isEqualTo("http://far.test/mcp?api_key=****&x=2");
        assertThat(details.path("headers").path("X-Trace").asString()).isEqualTo("1, 2");
        assertThat(details.path("headers").path("Set-Cookie").asString()).doesNotContain("abc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<html><title>Sign in</title> | text/html | HTML page titled 'Sign in'",
                "<!DOCTYPE html><TITLE lang=de> A NEWLINE B </TITLE> | text/html | titled 'A B'",
                "<html><body>no title</body> | text/plain | Got an HTML page (HTTP 410)",
                "<p>fragment | text/html; charset=x | Got an HTML page (HTTP"
            })
    void anHtmlPageIsNamedByItsTitle(String body, String type, String words) {
        WireFault fault = fault(response(410, "Content-Type", type), body.replace("NEWLINE", "\n"));
        assertThat(fault.code()).isEqualTo("html-page");
        assertThat(fault.message()).contains(words);
        assertThat(fault.message()).contains("proxy or login wall?");
    }

    @Test
    void anHtmlPageOfAServerInTroubleIsNoLoginWall() {
        WireFault fault =
                fault(response(502, "Content-Type", "text/html"), "<html><title>Bad</title>");
        assertThat(fault.message())
                .isEqualTo("Got an HTML page titled 'Bad' (HTTP 502) instead of an answer.");
        assertThat(fault.hint()).contains("gateway");
    }

    @Test
    void whatOnlyMentionsHtmlIsNone() {
        assertThat(fault(response(500), "see <html> docs").code()).isEqualTo("http-500");
        assertThat(fault(response(500, "Content-Type", "text/html"), "oops").code())
                .isEqualTo("http-500");
    }

    @Test
    void aSessionIsLostOnlyWhereThereWasOne() {
        Response gone = response(404);
        assertThat(StatusFaults.of(gone, new byte[0], true, SECRETS).kind())
                .isEqualTo(WireFault.Kind.SESSION_LOST);
        assertThat(StatusFaults.of(gone, new byte[0], false, SECRETS).code()).isEqualTo("http-404");
    }

    @Test
    void aRefusedTokenIsToldFromAMissingOne() {
        WireFault refused =
                fault(
                        response(
                                401,
                                "WWW-Authenticate",
                                "Bearer realm=\"x\", error=\"invalid_token\", scope=\"a b\""),
                        "");
        assertThat(refused.message())
                .isEqualTo(
                        "The server refused the authorisation sent (HTTP 401, invalid_token); it"
                                + " asks for the scope 'a b'.");
        assertThat(details(refused).path("challenge").asString()).contains("realm");
        assertThat(details(refused).path("scope").asString()).isEqualTo("a b");

        Response bare =
                response(401)
                        .newBuilder()
                        .request(new Request.Builder().url("http://far.test/").build())
                        .build();
        WireFault missing = fault(bare, "");
        assertThat(missing.message()).isEqualTo("The server wants authorisation (HTTP 401).");
        assertThat(missing.hint()).contains("does not say which");
        assertThat(missing.kind()).isEqualTo(WireFault.Kind.AUTH);
    }

    @Test
    void contentThatIsNoMessageIsNamedByItsType() {
        byte[] body = "hello".getBytes(UTF_8);
        assertThat(StatusFaults.wrongContent(response(200), body, SECRETS).message())
                .contains("no content type");
        assertThat(
                        StatusFaults.wrongContent(
                                        response(200, "Content-Type", "text/csv"), body, SECRETS)
                                .message())
                .contains("'text/csv'")
                .contains("application/json and text/event-stream");
    }
}
