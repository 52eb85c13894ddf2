package dev.benchlight.mcp.wire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireMessage;
import dev.benchlight.trace.SpanNote;

import mockwebserver3.RecordedRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One POST with all that follows from it: redirects and resumption, without waiting.
class HttpExchangeTest {
    private final LinkRun run = new LinkRun(Map.of("X-Api-Key", "k-123"), Limits.DEFAULT);

    @AfterEach
    void close() {
        run.close();
    }

    private static WireFault fault(Optional<WireFault> end, String code) {
        assertThat(end).get().extracting(WireFault::code).isEqualTo(code);
        return end.orElseThrow();
    }

    private void assertAnswered() {
        assertThat(run.told.told()).isNotEmpty();
        assertThat(run.told.told().getLast()).endsWith(LinkRun.RESULT);
    }

    @Test
    void lengthsThatDifferAreWarnedOfAndStandInTheTrace() {
        run.answer(200, "Content-Type: application/json\nContent-Length: 7", LinkRun.RESULT);
        assertThat(run.call()).isEmpty();
        assertAnswered();
        assertThat(run.told.told().getFirst()).isEqualTo("warning content-length-conflict");
        assertThat(run.log.all(SpanNote.class))
                .filteredOn(note -> note.type() == SpanNote.Type.WARNING)
                .singleElement()
                .extracting(SpanNote::text)
                .asString()
                .endsWith("(Content-Length: " + LinkRun.RESULT.length() + ", 7)");
    }

    @Test
    void theSameLengthTwiceIsNoConflict() {
        String length = "Content-Length: " + LinkRun.RESULT.length();
        run.answer(200, "Content-Type: application/json\n" + length, LinkRun.RESULT);
        assertThat(run.call()).isEmpty();
        assertThat(run.told.told()).hasSize(1);
    }

    @Test
    void aStreamIsResumedAfterItsLastEventUntilTheAnswerComes() throws Exception {
        run.events("id: a\nretry: 300\ndata: \n\n");
        run.events("id: b\ndata: {\"jsonrpc\":\"2.0\",\"method\":\"n\"}\n\n");
        run.events("data: " + LinkRun.RESULT + "\n\n");
        Pauses pauses = new Pauses(9);
        assertThat(run.call(pauses)).isEmpty();
        assertAnswered();
        assertThat(pauses.millis()).containsExactly(300L, 300L);
        assertThat(run.requests())
                .extracting(
                        request -> request.getMethod(),
                        request -> request.getHeaders().get("Last-Event-ID"),
                        request -> request.getHeaders().get("Mcp-Session-Id"))
                .containsExactly(
                        tuple("POST", null, "sid"),
                        tuple("GET", "a", "sid"),
                        tuple("GET", "b", "sid"));
    }

    @Test
    void aResumedStreamWhoseIdNoHeaderCanCarryIsNotResumedAgain() {
        run.events("id: a\ndata: \n\n");
        run.events("id: é\u202e\u0007\ndata: \n\n");
        WireFault fault = fault(run.call(), "stream-ended");
        assertThat(fault.message()).endsWith("and had no event id to resume it by.");
        assertThat(run.told.told()).containsExactly("warning bad-event-id");
        assertThat(run.server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void resumingInVainIsGivenUpAfterFiveTriesFurtherAndFurtherApart() {
        run.events("id: a\ndata: \n\n");
        for (int i = 0; i < 5; i++) {
            run.events("");
        }
        Pauses pauses = new Pauses(9);
        WireFault fault = fault(run.call(pauses), "stream-ended");
        assertThat(fault.message()).endsWith("and so did the resumed ones.");
        assertThat(fault.hint()).contains("the call may have run");
        assertThat(pauses.millis()).containsExactly(1_000L, 2_000L, 4_000L, 8_000L, 16_000L);
        assertThat(run.server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void aServerThatIsGoneIsGivenUpSoonAndTheCallMayHaveRun() {
        run.events("id: a\ndata: \n\n");
        Pauses pauses =
                new Pauses(9) {
                    @Override
                    boolean pause(Duration duration) {
                        run.server.close();
                        return super.pause(duration);
                    }
                };

        WireFault fault = fault(run.call(pauses), "connection-refused");
        assertThat(fault.message())
                .startsWith("The event stream ended before the answer and could not be resumed.")
                .contains("Nothing listens on ");
        assertThat(fault.hint()).contains("the call may have run");
        assertThat(pauses.millis()).containsExactly(1_000L, 2_000L);
    }

    @Test
    void aStreamWithoutIdsIsNotResumed() {
        run.events("retry: 100\ndata: {\"jsonrpc\":\"2.0\",\"method\":\"n\"}\n\n");
        WireFault fault = fault(run.call(), "stream-ended");
        assertThat(fault.message()).endsWith("and had no event id to resume it by.");
        assertThat(run.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"405, http-405", "500, http-500", "401, unauthorized", "404, stream-ended"})
    void aServerThatDoesNotResumeIsNamedWithItsReason(int status, String code) {
        run.events("id: a\ndata: \n\n");
        run.answer(status, "", "");
        WireFault fault = fault(run.call(), code);
        assertThat(fault.kind())
                .as("the call may have run, so it is not to be repeated")
                .isNotEqualTo(WireFault.Kind.SESSION_LOST);
        assertThat(fault.message())
                .startsWith("The event stream ended before the answer and could not be resumed.");
        assertThat(fault.hint()).contains("the call may have run");
    }

    @Test
    void anAnswerOverTheLimitIsNotResumedAfter() {
        try (LinkRun small = new LinkRun(Map.of(), new Limits(1_000, 1, 9, 9, 1 << 16, 1, 1, 1))) {
            small.events("id: a\ndata: \n\ndata: " + "x".repeat(2_000) + "\n\n");
            fault(small.call(), "message-too-large");
            assertThat(small.server.getRequestCount()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "307, /moved, /moved",
        "308, /moved, /moved",
        "307, moved?q=1, /moved?q=1",
        "308, ?q=2, /mcp?q=2",
        "307, ../x, /x"
    })
    void aRedirectThatKeepsThePostIsReissuedWhole(int status, String location, String path)
            throws Exception {
        run.answer(status, "Location: " + location, "");
        run.answer(200, "Content-Type: application/json", LinkRun.RESULT);
        assertThat(run.call()).isEmpty();
        assertAnswered();
        List<RecordedRequest> both = run.requests();
        RecordedRequest first = both.getFirst();
        RecordedRequest second = both.getLast();
        assertThat(second.getTarget()).isEqualTo(path);
        assertThat(second.getMethod()).isEqualTo("POST");
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(second.getHeaders().get("X-Api-Key")).isEqualTo("k-123");
        assertThat(second.getHeaders().get("Mcp-Session-Id")).isEqualTo("sid");
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 300, 305})
    void aRedirectThatWouldMakeAGetIsNotFollowed(int status) {
        run.answer(status, "Location: /moved", "");
        WireFault fault = fault(run.call(), "redirect-not-followed");
        assertThat(fault.message()).contains("HTTP " + status).contains("/moved");
        assertThat(run.server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Location: ", "Location: http://", "Location: javascript:alert(1)"})
    void aRedirectToNowhereIsNamed(String header) {
        run.answer(307, header, "");
        assertThat(fault(run.call(), "redirect-invalid").message()).contains("HTTP 307");
    }

    @Test
    void anotherOriginGetsNothingNotEvenARequest() throws Exception {
        try (LinkRun other = new LinkRun()) {
            String elsewhere = other.server.url("/mcp?token=t").toString();
            for (int status : new int[] {307, 308, 302}) {
                run.answer(status, "Location: " + elsewhere, "");
                WireFault fault = fault(run.call(), "redirect-other-origin");
                assertThat(fault.message())
                        .contains("http://localhost:" + other.server.getPort() + "/mcp.")
                        .doesNotContain("token=t");
                assertThat(fault.hint()).startsWith("Nothing was sent there.");
            }
            assertThat(other.server.getRequestCount()).isZero();
        }
    }

    @Test
    void anotherSchemeIsAnotherOrigin() {
        run.answer(307, "Location: https://localhost:" + run.server.getPort() + "/mcp", "");
        fault(run.call(), "redirect-other-origin");
        assertThat(run.server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void fiveRedirectsAreFollowedAndNoMore() {
        for (int i = 0; i < 5; i++) {
            run.answer(307, "Location: /" + i, "");
        }
        run.answer(200, "Content-Type: application/json", LinkRun.RESULT);
        assertThat(run.call()).isEmpty();
        for (int i = 0; i < 7; i++) {
            run.answer(307, "Location: /" + i, "");
        }
        assertThat(fault(run.call(), "redirect-loop").hint()).contains("/5");
        assertThat(run.server.getRequestCount()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({
        "NOTIFICATION, 202, '', ''",
        "NOTIFICATION, 200, '', ''",
        "RESPONSE, 204, '', ''",
        "NOTIFICATION, 200, thanks, warning notification-answered",
        "RESPONSE, 200, {}, warning notification-answered"
    })
    void whatNeedsNoAnswerIsTakenWhateverThe2xx(
            WireMessage.Kind kind, int status, String body, String warning) {
        run.answer(status, "", body);
        HttpExchange exchange =
                new HttpExchange(run.link, LinkRun.message(kind, "n"), new Cancellation());
        assertThat(exchange.run()).isEmpty();
        assertThat(String.join("", run.told.told())).isEqualTo(warning);
    }

    @Test
    void aNotificationThatIsRefusedSaysSo() {
        run.answer(400, "Content-Type: text/plain", "no");
        HttpExchange exchange =
                new HttpExchange(
                        run.link,
                        LinkRun.message(WireMessage.Kind.NOTIFICATION, "n"),
                        new Cancellation());
        WireFault fault = fault(exchange.run(), "http-400");
        assertThat(String.valueOf(fault.details())).contains("\"body\":\"no\"");
    }

    @Test
    void aHeaderThatCannotBeSentIsNamed() {
        try (LinkRun odd = new LinkRun(Map.of("X-Name", "Grüße"), Limits.DEFAULT)) {
            WireFault fault = fault(odd.call(), "invalid-header");
            assertThat(fault.message()).contains("X-Name");
            assertThat(odd.server.getRequestCount()).isZero();
        }
    }

    @Test
    void whatWasCancelledBeforeIsNotSent() {
        Cancellation cancelled = new Cancellation();
        cancelled.cancel();
        assertThat(run.call(cancelled)).isEmpty();
        assertThat(run.server.getRequestCount()).isZero();
    }
}
