package dev.benchlight.mcp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;
import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanKind;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/// How requests of the server's are answered, refused and cancelled.
class ServerRequestsTest {
    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private final Semaphore asked = new Semaphore(0);
    private final CountDownLatch leave = new CountDownLatch(1);
    private final PeerLog listener = new PeerLog(this::answer);
    private final PeerRun run = new PeerRun(listener, (wire, sent) -> {});

    @AfterEach
    void close() {
        leave.countDown();
        run.close();
    }

    private Answer answer(Question question) {
        asked.release();
        questions.add(question);
        String method = question.method();
        return switch (method) {
            case "echo" -> result("{\"params\":" + question.params() + "}");
            case "refuse" -> Answer.refused("the user said no");
            case "wait" -> {
                try {
                    leave.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                yield result("{}");
            }
            case "stubborn", "broken" -> {
                try {
                    leave.await();
                } catch (InterruptedException e) {
                    if (method.equals("broken")) {
                        throw new IllegalStateException(e);
                    }
                }
                yield result("{}");
            }
            case "bug" -> throw new IllegalStateException("no such window");
            default -> new Answer.Unsupported();
        };
    }

    private static Answer result(String json) {
        return new Answer.Result(PeerRun.json(json));
    }

    private void ask(String id, String method) {
        run.wire.say(
                "{\"jsonrpc\":\"2.0\",\"id\":"
                        + id
                        + ",\"method\":\""
                        + method
                        + "\",\"params\":{\"a\":1}}");
    }

    private List<String> answers(int count) {
        Await.until(count + " answers", () -> run.wire.sent("").size() == count);
        return run.wire.sent("").stream().map(sent -> sent.json().toString()).toList();
    }

    private SpanStatus statusOf(SpanStarted span) {
        Await.until(
                "recorded",
                () ->
                        run.log.all(SpanEnded.class).stream()
                                .anyMatch(end -> end.span().equals(span.id())));
        return run.log.ended(span.id()).status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"seven\"", "\"7\"", "0", "-1", "1.5"})
    void theIdComesBackAsItCame(String id) {
        ask(id, "ping");
        assertThat(answers(1))
                .containsExactly("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":{}}");
        assertThat(asked.availablePermits()).isZero();
    }

    @Test
    void theListenersResultIsSentAndTheWholeIsASpan() {
        ask("1", "echo");
        assertThat(answers(1))
                .containsExactly(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"params\":{\"a\":1}}}");
        SpanStarted span = run.log.started(SpanKind.SERVER_REQUEST).getFirst();
        assertThat(span.method()).isEqualTo("echo");
        assertThat(statusOf(span)).isEqualTo(SpanStatus.OK);
        assertThat(run.log.notes(span.id(), SpanNote.Type.REQUEST_FRAME)).hasSize(1);
        assertThat(run.wire.sent("").getFirst().message().span()).isEqualTo(span.id());
    }

    @Test
    void whatTheClientDoesNotOfferIsMethodNotFound() {
        ask("1", "sampling/createMessage");
        assertThat(answers(1))
                .containsExactly(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32601,\"message\":"
                                + "\"refused: this client does not offer"
                                + " sampling/createMessage\"}}");
        assertThat(statusOf(run.log.started(SpanKind.SERVER_REQUEST).getFirst()))
                .isEqualTo(SpanStatus.RPC_ERROR);
    }

    @Test
    void aBugInTheListenerIsAnInternalErrorAndTheNextRequestIsAnswered() {
        ask("1", "bug");
        assertThat(answers(1).getFirst()).contains("-32603", "no such window");
        ask("2", "echo");
        assertThat(answers(2).getLast()).contains("\"id\":2,\"result\"");
    }

    @Test
    void soManyAreAnsweredAtOnceAndTheRestRefused() {
        for (int id = 1; id <= 40; id++) {
            ask("" + id, "wait");
        }
        asked.acquireUninterruptibly(32);
        assertThat(answers(8))
                .allMatch(answer -> answer.contains("32 requests of the server's are open already"))
                .allMatch(answer -> answer.contains("\"code\":-32603"));
        ask("41", "ping");
        assertThat(answers(9).getLast()).contains("\"id\":41,\"result\":{}");
        leave.countDown();
        assertThat(answers(41)).filteredOn(answer -> answer.contains("\"result\"")).hasSize(33);
    }

    @Test
    void anIdThatIsOpenAlreadyIsRefused() {
        ask("1", "wait");
        asked.acquireUninterruptibly();
        ask("1", "echo");
        assertThat(answers(1).getFirst())
                .contains("\"code\":-32600", "a request with this id is open already");
        leave.countDown();
        assertThat(answers(2).getLast()).contains("\"id\":1,\"result\":{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait", "stubborn", "broken"})
    void aRequestThatTheServerCancelsIsNotAnswered(String method) {
        ask("\"a\"", method);
        asked.acquireUninterruptibly();
        run.wire.say(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":"
                        + "{\"requestId\":\"a\",\"reason\":\"changed my mind\"}}");
        SpanStarted span = run.log.started(SpanKind.SERVER_REQUEST).getFirst();
        assertThat(statusOf(span)).isEqualTo(SpanStatus.CANCELLED);
        assertThat(run.wire.sent()).isEmpty();
    }

    @Test
    void cancellingWhatIsNotOpenDoesNothing() {
        run.wire.say(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":"
                        + "{\"requestId\":99}}");
        run.wire.say("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\"}");
        ask("1", "echo");
        assertThat(answers(1)).hasSize(1);
        assertThat(run.log.violations()).isEmpty();
    }

    @Test
    void shuttingDownLetsNobodyWaitOn() {
        ask("1", "wait");
        asked.acquireUninterruptibly();
        run.peer.shutDown();
        assertThat(statusOf(run.log.started(SpanKind.SERVER_REQUEST).getFirst()))
                .isEqualTo(SpanStatus.CANCELLED);
    }

    @Test
    void aRefusalIsAnErrorWithItsCodeAndMessage() {
        ask("1", "refuse");
        assertThat(answers(1))
                .containsExactly(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-1,\"message\":"
                                + "\"the user said no\"}}");
    }

    /// The answers, without what was sent before.
    private List<String> answersBeside(String method, int count) {
        Await.until(
                count + " answers",
                () -> run.wire.sent("").size() == count && !run.wire.sent(method).isEmpty());
        return run.wire.sent("").stream().map(sent -> sent.json().toString()).toList();
    }

    @Test
    void whatIsAskedDuringTheOnlyCallStandsBelowIt() {
        Call<JsonNode> call = run.call();
        ask("\"q\"", "echo");
        assertThat(answersBeside("tools/call", 1)).hasSize(1);
        SpanStarted span = run.log.started(SpanKind.SERVER_REQUEST).getFirst();
        assertThat(span.parent()).isEqualTo(call.span());
        assertThat(span.trace()).isEqualTo(call.trace());
        assertThat(questions.getFirst().during())
                .hasValueSatisfying(during -> {
                    assertThat(during.method()).isEqualTo("tools/call");
                    assertThat(during.span().span()).isEqualTo(call.span());
                });
    }

    @Test
    void whatIsAskedDuringSeveralCallsOrAListingBelongsToTheConnection() {
        run.call("tools/list", CallOptions.DEFAULT);
        ask("\"a\"", "echo");
        assertThat(answersBeside("tools/list", 1)).hasSize(1);
        run.call();
        run.call();
        ask("\"b\"", "echo");
        assertThat(answersBeside("tools/call", 2)).hasSize(2);
        assertThat(questions).extracting(Question::during).allMatch(Optional::isEmpty);
    }

    @Test
    void aCallThatIsCancelledEndsItsQuestionWhichIsStillAnswered() {
        Call<JsonNode> call = run.call();
        ask("\"q\"", "stubborn");
        asked.acquireUninterruptibly();
        call.cancel();
        assertThat(answersBeside("tools/call", 1).getFirst()).contains("\"id\":\"q\"");
    }

    @Test
    void aCallThatIsAnsweredLeavesAQuestionThatMayBeForSomethingElse() {
        run.call();
        ask("\"q\"", "wait");
        asked.acquireUninterruptibly();
        run.answer(1);
        leave.countDown();
        assertThat(answersBeside("tools/call", 1).getFirst()).contains("\"result\":{}");
    }
}
