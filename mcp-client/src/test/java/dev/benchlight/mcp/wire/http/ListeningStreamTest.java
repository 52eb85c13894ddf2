package dev.benchlight.mcp.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.wire.Limits;

import mockwebserver3.RecordedRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

/// The optional GET stream, with pauses that are counted and not taken.
class ListeningStreamTest {
    private final LinkRun run = new LinkRun();

    @AfterEach
    void close() {
        run.close();
    }

    private List<Long> listen(int mostPauses) {
        Pauses pauses = new Pauses(mostPauses);
        new ListeningStream(run.link, pauses).run();
        return pauses.millis();
    }

    @Test
    void aStreamThatEndsAtOnceIsAskedForLessAndLess() {
        for (int i = 0; i < 8; i++) {
            run.events("");
        }
        assertThat(listen(8))
                .containsExactly(
                        2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L, 30_000L);
        assertThat(run.server.getRequestCount()).isEqualTo(8);
        assertThat(run.told.told()).isEmpty();
    }

    @Test
    void aStreamThatBroughtSomethingIsTakenUpAgainAfterItsLastEvent() throws Exception {
        run.events("id: 7\ndata: {\"a\":1}\n\nid: 8\ndata: {\"a\":2}\n\n");
        run.events("data: {\"a\":3}\n\n");
        run.events("");
        assertThat(listen(3)).containsExactly(1_000L, 1_000L, 2_000L);
        assertThat(run.requests())
                .extracting(request -> request.getHeaders().get("Last-Event-ID"))
                .containsExactly(null, "8", "8");
        assertThat(run.told.told())
                .extracting(line -> line.substring(line.indexOf(' ') + 1))
                .containsExactly("{\"a\":1}", "{\"a\":2}", "{\"a\":3}");
        assertThat(run.log.awaited()).as("room awaited before each event").isEqualTo(3);
    }

    @Test
    void anIdThatNoHeaderCanCarryIsWarnedOfOnceAndDropsTheOneBefore() throws Exception {
        run.events("id: 7\ndata: {}\n\nid: é\u202e\u0007\n\nid: \u007f\n\n");
        run.events("id: " + "i".repeat(4_097) + "\n\n");
        run.events("id: " + "i".repeat(4_096) + "\n\n");
        run.events("id: a ~\tb\n\n");
        run.events("");
        assertThat(listen(5)).hasSize(5);
        assertThat(run.requests())
                .extracting(request -> request.getHeaders().get("Last-Event-ID"))
                .containsExactly(null, null, null, "i".repeat(4_096), "a ~\tb");
        assertThat(run.told.told()).filteredOn("warning bad-event-id"::equals).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "5, 100", "100, 100", "250, 250", "30000, 30000", "3600000, 30000"})
    void theServersRetryIsHonouredWithinBounds(String retry, long pause) {
        run.events("retry: " + retry + "\ndata: {}\n\n");
        assertThat(listen(1)).containsExactly(pause);
    }

    @Test
    void theServersRetryIsDoubledWhileNothingComes() {
        run.events("retry: 200\n\n");
        run.events("");
        run.events("");
        assertThat(listen(3)).containsExactly(400L, 800L, 1_600L);
    }

    @Test
    void sessionAndVersionAreCarried() throws Exception {
        run.answer(405, "", "");
        listen(1);
        RecordedRequest request = run.requests().getFirst();
        assertThat(request.getMethod()).isEqualTo("GET");
        assertThat(request.getHeaders().get("Mcp-Session-Id")).isEqualTo("sid");
        assertThat(request.getHeaders().get("MCP-Protocol-Version")).isEqualTo("2025-11-25");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("text/event-stream");
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 404})
    void aServerThatHasNoneIsLeftInPeace(int status) {
        run.answer(status, "", "");
        assertThat(listen(5)).isEmpty();
        assertThat(run.server.getRequestCount()).isEqualTo(1);
        assertThat(run.told.told()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 302, 400, 401, 403, 410, 501})
    void anOddRefusalIsWarnedOfAndNotAskedAgain(int status) {
        run.answer(status, "Content-Type: text/html", "<html>");
        assertThat(listen(5)).isEmpty();
        assertThat(run.told.told()).containsExactly("warning listening-refused");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void aServerInTroubleIsAskedAgainLater(int status) {
        run.answer(status, "", "");
        run.answer(405, "", "");
        assertThat(listen(5)).containsExactly(2_000L);
        assertThat(run.told.told()).containsExactly("warning listening-refused");
    }

    @Test
    void aServerThatIsGoneIsAskedAgainLater() {
        run.server.close();
        assertThat(listen(4)).containsExactly(2_000L, 4_000L, 8_000L, 16_000L);
        assertThat(run.told.told()).hasSize(4).containsOnly("warning listening-failed");
    }

    @Test
    void anEventOverTheLimitEndsIt() {
        try (LinkRun small = new LinkRun(Map.of(), new Limits(1_000, 1, 9, 9, 1 << 16, 1, 1, 1))) {
            small.events("data: {}\n\ndata: " + "x".repeat(2_000) + "\n\n");
            Pauses pauses = new Pauses(5);
            new ListeningStream(small.link, pauses).run();
            assertThat(pauses.millis()).isEmpty();
            assertThat(small.told.told()).hasSize(2);
            assertThat(small.told.told().getLast()).endsWith("refused message-too-large");
        }
    }

    @Test
    void nothingIsAskedOnceItIsCancelled() {
        ListeningStream stream = new ListeningStream(run.link, new Cancellation());
        stream.cancel();
        stream.run();
        assertThat(run.server.getRequestCount()).isZero();
    }
}
