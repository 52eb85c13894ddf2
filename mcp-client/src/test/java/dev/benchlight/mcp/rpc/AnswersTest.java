package dev.benchlight.mcp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.SpanStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Optional;

/// How answers find their calls, and what becomes of those that are for none.
class AnswersTest {
    private final PeerRun run = new PeerRun();

    @AfterEach
    void close() {
        run.close();
    }

    private static Problem violation(Call<?> call) {
        assertThat(call.await()).isInstanceOf(Outcome.ProtocolViolation.class);
        return ((Outcome.NotOk<?>) call.await()).problem();
    }

    @Test
    void answersMayComeInAnyOrder() {
        Call<JsonNode> first = run.call();
        Call<JsonNode> second = run.call();
        run.wire.say("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{\"n\":2}}");
        run.wire.say("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"n\":1}}");
        assertThat(first.await()).isEqualTo(new Outcome.Ok<>(PeerRun.json("{\"n\":1}")));
        assertThat(second.await()).isEqualTo(new Outcome.Ok<>(PeerRun.json("{\"n\":2}")));
        assertThat(run.log.violations()).isEmpty();
    }

    @Test
    void theFrameOfAnAnswerIsLinkedToItsCallWithBothSizes() {
        Call<JsonNode> call = run.call();
        String answer = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}";
        run.wire.say(answer);
        assertThat(run.log.notes(call.span(), SpanNote.Type.RESPONSE_FRAME))
                .singleElement()
                .satisfies(note -> assertThat(note.frame()).isNotNull());
        assertThat(run.log.ended(call.span()).bytesReceived()).isEqualTo(answer.length());
        assertThat(run.log.ended(call.span()).bytesSent())
                .isEqualTo(run.wire.sent().getFirst().message().bytes().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1.0", "1e0"})
    void anIdWhoseTypeWasChangedIsShownAndNotMatched(String id) {
        Call<JsonNode> call = run.call();
        run.wire.say("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}");
        Problem problem = violation(call);
        assertThat(problem.code()).isEqualTo("id-type-changed");
        assertThat(problem.message()).contains("request 1 was answered under the id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "0",
                "-1",
                "null",
                "\"x\"",
                "1.5",
                "{}",
                "-0",
                "1e400",
                "99999999999999999999"
            })
    void anAnswerToNoRequestIsAnEntryAndNothingElse(String id) {
        Call<JsonNode> call = run.call();
        run.wire.say("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}");
        assertThat(run.log.violations())
                .singleElement()
                .asString()
                .startsWith("unknown-id: an answer to no request of ours (id " + id);
        assertThat(run.listener.warnings).singleElement().asString().startsWith("protocol-viol");
        run.answer(1);
        assertThat(call.await()).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void theSecondAnswerToACallIsAnEntry() {
        Call<JsonNode> call = run.call();
        run.answer(1);
        run.wire.say("{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":1,\"message\":\"m\"}}");
        assertThat(call.await()).isInstanceOf(Outcome.Ok.class);
        assertThat(run.log.ended(call.span()).status()).isEqualTo(SpanStatus.OK);
        assertThat(run.log.violations())
                .containsExactly("duplicate-id: a second answer to request 1, ignored");
    }

    @Test
    void anAnswerAfterTheEndOfItsCallIsLateOnceAndThenASecondOne() {
        Call<JsonNode> call = run.call();
        call.cancel();
        run.answer(1);
        run.answer(1);
        assertThat(call.await()).isInstanceOf(Outcome.Cancelled.class);
        assertThat(run.log.violations())
                .containsExactly(
                        "late-answer: late, ignored: tools/call was cancelled before",
                        "duplicate-id: a second answer to request 1, ignored");
        assertThat(run.listener.warnings).hasSize(1);
    }

    /// Whichever comes first: the call has the answer, or the answer is shown as late.
    @Test
    void anAnswerThatComesWithTheCancelIsNeverLost() throws InterruptedException {
        int arrived = 0;
        for (long id = 1; id <= 2_000; id++) {
            Call<JsonNode> call = run.call();
            Thread canceller = Thread.ofPlatform().start(call::cancel);
            run.answer(id);
            canceller.join();
            if (call.await() instanceof Outcome.Ok<JsonNode>) {
                arrived++;
            }
        }
        assertThat(run.log.violations())
                .hasSize(2_000 - arrived)
                .allMatch(text -> text.startsWith("late-answer: "));
    }

    @Test
    void aLateAnswerStandsBelowItsCallInTheTrace() {
        Call<JsonNode> call = run.call();
        call.cancel();
        run.answer(1);
        assertThat(run.log.all(SpanStarted.class))
                .filteredOn(span -> span.method().equals("late-answer"))
                .singleElement()
                .satisfies(late -> {
                    assertThat(late.parent()).isEqualTo(call.span());
                    assertThat(late.trace()).isEqualTo(call.trace());
                    assertThat(run.log.notes(late.id(), SpanNote.Type.RESPONSE_FRAME)).hasSize(1);
                });
    }

    @Test
    void onlySoManyCallsThatWereGivenUpAreRemembered() {
        for (int i = 0; i < 1_001; i++) {
            run.call().cancel();
        }
        run.answer(1);
        run.answer(2);
        assertThat(run.log.violations())
                .containsExactly(
                        "duplicate-id: a second answer to request 1, ignored",
                        "late-answer: late, ignored: tools/call was cancelled before");
    }

    @Test
    void anErrorWithoutAnIdIsForTheExchangeItCameIn() {
        Call<JsonNode> call = run.call();
        Call<JsonNode> other = run.call();
        run.wire.say(
                call.span(),
                "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32000,\"message\":\"no\"}}");
        assertThat(call.await()).isInstanceOf(Outcome.RpcError.class);
        run.answer(2);
        assertThat(other.await()).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void anErrorWithoutAnIdAndWithoutAnExchangeIsAnEntry() {
        Call<JsonNode> call = run.call();
        run.wire.say("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,\"message\":\"parse\"}}");
        assertThat(run.log.violations())
                .containsExactly("error-without-id: an error that answers no request: parse");
        run.answer(1);
        assertThat(call.await()).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void aBrokenAnswerWithoutAnIdFailsTheCallOfItsExchange() {
        Call<JsonNode> call = run.call();
        run.call();
        run.wire.say(call.span(), "{\"jsonrpc\":\"2.0\",\"id\":null,\"result\":null}");
        assertThat(violation(call).code()).isEqualTo("null-result");
        assertThat(run.log.violations()).isEmpty();
    }

    @Test
    void aBrokenAnswerThatIsForNoneIsAnEntry() {
        run.wire.say("{\"jsonrpc\":\"2.0\",\"id\":5,\"result\":null}");
        assertThat(run.log.violations())
                .containsExactly("null-result: the result is null, not an object");
    }

    @Test
    void everyCallThatAnUnaskedBatchAnswersFails() {
        Call<JsonNode> first = run.call();
        Call<JsonNode> second = run.call();
        Call<JsonNode> third = run.call();
        run.wire.say(
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}},{\"jsonrpc\":\"2.0\",\"id\":3,"
                        + "\"result\":{}}]");
        assertThat(violation(first).code()).isEqualTo("batch");
        assertThat(violation(third).message()).contains("several messages in one array");
        run.answer(2);
        assertThat(second.await()).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void aBatchOfWhatAnswersNothingIsAnEntryAndItsRequestsAreNotAnswered() {
        run.wire.say("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]");
        run.wire.say("[]");
        assertThat(run.log.violations()).hasSize(2).allMatch(text -> text.startsWith("batch: "));
        assertThat(run.wire.sent()).isEmpty();
    }

    @Test
    void inTheRevisionThatHasBatchesEachMessageCounts() {
        run.peer.receiveBatches(true);
        Call<JsonNode> call = run.call();
        run.wire.say(
                "[{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"ping\"},7,{\"jsonrpc\":\"2.0\","
                        + "\"id\":1,\"result\":{}}]");
        assertThat(call.await()).isInstanceOf(Outcome.Ok.class);
        assertThat(run.wire.sent().getLast().json())
                .hasToString("{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{}}");
        assertThat(run.log.violations())
                .containsExactly("not-an-object: a message is a JSON object, but this is a number");
    }

    @Test
    void theEndOfTheConnectionFailsEveryCallAndEveryLaterOne() {
        Call<JsonNode> call = run.call();
        run.wire
                .listener()
                .closed(
                        WireFault.of(
                                WireFault.Kind.PROCESS,
                                "server-exited",
                                "the server exited with code 1"));
        assertThat(run.listener.closed).extracting(Problem::code).containsExactly("server-exited");
        for (Call<JsonNode> failed : List.of(call, run.call("ping", CallOptions.DEFAULT))) {
            assertThat(failed.await()).isInstanceOf(Outcome.TransportError.class);
            assertThat(((Outcome.NotOk<?>) failed.await()).problem().message())
                    .startsWith("the server exited with code 1 during ");
        }
        assertThat(run.wire.sent("ping")).isEmpty();
    }

    @Test
    void anExchangeThatEndsLaterThanItsAnswerChangesNothing() {
        Call<JsonNode> call = run.call();
        run.wire.say(call.span(), "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
        run.wire.listener().exchangeEnded(call.span(), Optional.empty());
        assertThat(call.await()).isInstanceOf(Outcome.Ok.class);
        assertThat(run.wire.listener().awaiting(call.span())).isFalse();
    }

    @Test
    void anExchangeThatEndsWithoutItsAnswerNamesWhatCameInstead() {
        Call<JsonNode> call = run.call();
        assertThat(run.wire.listener().awaiting(call.span())).isTrue();
        run.wire.say(call.span(), "{\"jsonrpc\":\"2.0\",\"id\":99,\"result\":{}}");
        run.wire.listener().exchangeEnded(call.span(), Optional.empty());
        assertThat(violation(call).message())
                .isEqualTo(
                        "protocol violation: the response ended without the answer to tools/call;"
                                + " an answer to no request of ours (id 99), ignored");
    }
}
