package dev.benchlight.mcp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.TraceId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;

/// Where the server's notifications go.
class NotificationsTest {
    private final List<Progress> steps = new CopyOnWriteArrayList<>();
    private final CallOptions options = CallOptions.DEFAULT.withProgress(steps::add);
    private final PeerRun run = new PeerRun();

    @AfterEach
    void close() {
        run.close();
    }

    private void notification(String method, String params) {
        run.wire.say(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/"
                        + method
                        + "\",\"params\":"
                        + params
                        + "}");
    }

    private List<String> texts(SpanId span, SpanNote.Type type) {
        return run.log.notes(span, type).stream().map(SpanNote::text).toList();
    }

    @Test
    void progressIsANoteOnItsCallAndToldToItsListener() {
        run.call();
        Call<JsonNode> call = run.call(options);
        notification("progress", "{\"progressToken\":2,\"progress\":1.0,\"total\":4}");
        notification("progress", "{\"progressToken\":2,\"progress\":2.5,\"message\":\"half\"}");
        assertThat(steps)
                .containsExactly(
                        new Progress(1, OptionalDouble.of(4), null),
                        new Progress(2.5, OptionalDouble.empty(), "half"));
        assertThat(texts(call.span(), SpanNote.Type.PROGRESS))
                .containsExactly("1 of 4", "2.5 half");
        assertThat(run.log.started(SpanKind.SERVER_NOTIFICATION)).isEmpty();
        assertThat(run.listener.heard)
                .containsExactly("notifications/progress", "notifications/progress");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"mine\" | \"mine\" | 1", "7 | 7 | 1", "\"7\" | 7 | 0", "null | 7 | 0"})
    void aTokenThatTheCallerChoseIsKnownByItsValueAndType(
            String chosen, String told, int heardSteps) {
        JsonNode params = PeerRun.json("{\"_meta\":{\"progressToken\":" + chosen + "}}");
        run.peer.request(RpcRequest.plain("tools/call", params), options, TraceId.random());
        notification("progress", "{\"progressToken\":" + told + ",\"progress\":1}");
        assertThat(steps).hasSize(heardSteps);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"99", "\"1\"", "null", "{}"})
    void progressOfNoCallIsARowOfItsOwn(String token) {
        run.call(options);
        notification("progress", "{\"progressToken\":" + token + ",\"progress\":1}");
        assertThat(steps).isEmpty();
        assertThat(run.log.started(SpanKind.SERVER_NOTIFICATION))
                .extracting(SpanStarted::method)
                .containsExactly("notifications/progress");
        assertThat(run.listener.heard).containsExactly("notifications/progress");
    }

    @Test
    void progressAfterTheEndOfItsCallIsNotToldToIt() {
        run.call(options);
        run.answer(1);
        notification("progress", "{\"progressToken\":1,\"progress\":1}");
        assertThat(steps).isEmpty();
        assertThat(run.log.started(SpanKind.SERVER_NOTIFICATION)).hasSize(1);
    }

    @Test
    void nonsenseAsProgressIsShownAndCountsAsAWord() {
        Call<JsonNode> call = run.call(options);
        notification("progress", "{\"progressToken\":1,\"progress\":\"lots\",\"total\":\"all\"}");
        assertThat(steps).containsExactly(new Progress(0, OptionalDouble.empty(), null));
        assertThat(texts(call.span(), SpanNote.Type.PROGRESS)).containsExactly("\"lots\"");
    }

    @Test
    void progressBeyondWhatADoubleHoldsHarmsNothing() {
        Call<JsonNode> call = run.call();
        notification("progress", "{\"progressToken\":1,\"progress\":1e400,\"total\":1e400}");
        assertThat(run.log.notes(call.span(), SpanNote.Type.PROGRESS))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo("1e400 of 1e400"));
        assertThat(run.listener.heard).containsExactly("notifications/progress");
    }

    @Test
    void aLogMessageStandsAtTheOnlyCallThereIs() {
        Call<JsonNode> call = run.call();
        notification("message", "{\"level\":\"warning\",\"data\":{\"disk\":\"full\"}}");
        assertThat(texts(call.span(), SpanNote.Type.LOG))
                .containsExactly("warning {\"disk\":\"full\"}");
        assertThat(run.log.started(SpanKind.SERVER_NOTIFICATION)).hasSize(1);
    }

    @Test
    void ofALongLogMessageANoteHasTheBeginningOnly() {
        Call<JsonNode> call = run.call();
        notification("message", "{\"level\":\"info\",\"data\":\"" + "x".repeat(50_000) + "\"}");
        assertThat(run.log.notes(call.span(), SpanNote.Type.LOG))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.text()).startsWith("info \"xxx").hasSizeLessThan(1_010);
                    assertThat(note.data()).isNull();
                    assertThat(note.frame()).isNotNull();
                });
    }

    @Test
    void ofAFloodOfLogMessagesOnlyTheFirstStandAtTheCallButEachHasARow() {
        Call<JsonNode> call = run.call();
        for (int i = 1; i <= 2_100; i++) {
            notification("message", "{\"level\":\"info\",\"data\":" + i + "}");
        }
        assertThat(texts(call.span(), SpanNote.Type.LOG)).hasSize(2_000).endsWith("info 2000");
        assertThat(run.log.started(SpanKind.SERVER_NOTIFICATION)).hasSize(2_100);
    }

    @Test
    void amongSeveralCallsALogMessageStandsAtTheOneOfItsExchangeOnly() {
        Call<JsonNode> first = run.call();
        Call<JsonNode> second = run.call();
        notification("message", "{\"level\":\"info\",\"data\":\"whose?\"}");
        run.wire.say(
                second.span(),
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":"
                        + "{\"level\":\"info\",\"data\":\"mine\"}}");
        assertThat(texts(first.span(), SpanNote.Type.LOG)).isEmpty();
        assertThat(texts(second.span(), SpanNote.Type.LOG)).containsExactly("info \"mine\"");
    }

    @Test
    void theRowOfALogMessageSaysWhatWasLogged() {
        notification(
                "message",
                "{\"level\":\"info\",\"logger\":\"countdown\",\"data\":\"step 1 of 5\"}");
        notification("message", "{\"level\":\"error\",\"data\":{\"code\":7}}");
        assertThat(run.log.started(SpanKind.SERVER_NOTIFICATION))
                .extracting(row -> run.log.ended(row.id()).summary())
                .containsExactly("info countdown: step 1 of 5", "error: {\"code\":7}");
    }

    @Test
    void anyNotificationIsARowWithItsFrameAndACutSummary() {
        notification("x/unheard-of", "{\"text\":\"" + "z".repeat(10_000) + "\"}");
        run.wire.say("{\"jsonrpc\":\"2.0\",\"method\":\"bare\"}");
        List<SpanStarted> rows = run.log.started(SpanKind.SERVER_NOTIFICATION);
        assertThat(rows)
                .extracting(SpanStarted::method)
                .containsExactly("notifications/x/unheard-of", "bare");
        SpanEnded first = run.log.ended(rows.getFirst().id());
        assertThat(first.summary()).startsWith("{\"text\":\"zzz").hasSize(201);
        assertThat(first.bytesReceived()).isGreaterThan(10_000);
        assertThat(run.log.notes(rows.getFirst().id(), SpanNote.Type.REQUEST_FRAME)).hasSize(1);
        assertThat(run.log.ended(rows.getLast().id()).summary()).isEmpty();
    }
}
