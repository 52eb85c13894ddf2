package dev.benchlight.mcp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.ScriptedWire;
import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceId;
import dev.benchlight.trace.TraceRecorder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// When calls time out, by a clock that stands still between the tests' steps.
class DeadlinesTest {
    private static final CallOptions DEADLINES =
            CallOptions.DEFAULT.withDeadlines(Duration.ofSeconds(60), Duration.ofSeconds(150));

    private final CountDownLatch answered = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final PeerRun run = new PeerRun(new PeerLog(this::answer), (wire, sent) -> {});

    private Answer answer(Question question) {
        asked.countDown();
        try {
            answered.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Answer.Unsupported();
    }

    private void ask() throws InterruptedException {
        run.wire.say("{\"jsonrpc\":\"2.0\",\"id\":\"q\",\"method\":\"elicitation/create\"}");
        asked.await();
    }

    @AfterEach
    void close() {
        answered.countDown();
        run.close();
    }

    /// Lets time pass, and the deadlines be looked at: a call that is due by then ended.
    private void pass(Duration time) {
        Call<JsonNode> due =
                run.call("ping", CallOptions.DEFAULT.withDeadlines(time, Duration.ofDays(1)));
        run.ticker.advance(time);
        assertThat(due.await()).isInstanceOf(Outcome.TimedOut.class);
    }

    private boolean isOver(Call<?> call) {
        return run.wire.abandoned().contains(call.span());
    }

    private static Problem timedOut(Call<?> call) {
        assertThat(call.await()).isInstanceOf(Outcome.TimedOut.class);
        return ((Outcome.NotOk<?>) call.await()).problem();
    }

    @Test
    void aCallWithoutAWordEndsAfterItsIdleTimeAndNotBefore() {
        Call<JsonNode> call = run.call(DEADLINES);
        pass(Duration.ofSeconds(59));
        assertThat(isOver(call)).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(timedOut(call).message())
                .isEqualTo("no answer to tools/call and no progress for 60 s");
        assertThat(timedOut(call).hint()).contains("log", "wait longer");
        assertThat(run.log.ended(call.span()).status()).isEqualTo(SpanStatus.TIMED_OUT);
    }

    @Test
    void whoeverWaitsIsToldThoughTheEndCannotBeRecorded() {
        AtomicBoolean broken = new AtomicBoolean(true);
        TraceRecorder failing =
                event -> {
                    if (event instanceof SpanEnded && broken.getAndSet(false)) {
                        throw new IllegalStateException("no room");
                    }
                };
        FakeTicker ticker = new FakeTicker();
        ScriptedWire wire = new ScriptedWire((_, _) -> {});
        RpcPeer peer =
                new RpcPeer(
                        wire,
                        new Spans(failing, "server", wire.connection()),
                        Limits.DEFAULT,
                        new PeerLog(),
                        ticker);
        wire.open(peer.wireListener());
        peer.opened();
        Call<JsonNode> first = call(peer);
        Call<JsonNode> second = call(peer);

        ticker.advance(Duration.ofSeconds(60));

        assertThat(first.await()).isInstanceOf(Outcome.TimedOut.class);
        assertThat(second.await()).isInstanceOf(Outcome.TimedOut.class);
        peer.shutDown();
    }

    private static Call<JsonNode> call(RpcPeer peer) {
        return peer.request(
                RpcRequest.plain("ping", PeerRun.json("{}")), DEADLINES, TraceId.random());
    }

    @Test
    void progressStartsTheIdleTimeAnew() {
        Call<JsonNode> call = run.call(DEADLINES);
        for (int i = 0; i < 2; i++) {
            pass(Duration.ofSeconds(50));
            run.progress(1);
        }
        pass(Duration.ofSeconds(45));
        assertThat(isOver(call)).isFalse();
        run.answer(1);
        assertThat(call.await()).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void timeInWhichTheUserIsAskedIsNotTheServers() {
        Call<JsonNode> call = run.call(DEADLINES);
        run.peer.wireListener().held(call.span(), true);
        pass(Duration.ofMinutes(5));
        assertThat(isOver(call)).isFalse();
        run.peer.wireListener().held(call.span(), false);
        pass(Duration.ofSeconds(59));
        assertThat(isOver(call)).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(timedOut(call).message()).contains("no progress for 60 s");
    }

    @Test
    void idleTimeStopsWhileTheServersQuestionIsOpen() throws InterruptedException {
        Call<JsonNode> call = run.call(DEADLINES);
        ask();
        pass(Duration.ofSeconds(70));
        assertThat(isOver(call)).isFalse();
        answered.countDown();
        Await.until("answered", () -> !run.wire.sent("").isEmpty());
        pass(Duration.ofSeconds(59));
        assertThat(isOver(call)).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(timedOut(call).message()).contains("no progress for 60 s");
    }

    @Test
    void theMaximumIsNotPutOffByAQuestion() throws InterruptedException {
        Call<JsonNode> call = run.call(DEADLINES);
        ask();
        pass(Duration.ofSeconds(150));
        assertThat(timedOut(call).message()).isEqualTo("no answer to tools/call in 150 s");
        Await.until("the question ended too", () -> !run.wire.sent("").isEmpty());
    }

    @Test
    void progressDoesNotPutOffTheMaximum() {
        Call<JsonNode> call = run.call(DEADLINES);
        for (int i = 0; i < 5; i++) {
            pass(Duration.ofSeconds(30));
            run.progress(1);
        }
        assertThat(timedOut(call).message()).isEqualTo("no answer to tools/call in 150 s");
    }

    @Test
    void timeInWhichNothingIsReadIsNoIdleTime() {
        Call<JsonNode> call = run.call(DEADLINES);
        pass(Duration.ofSeconds(50));
        run.wire.holdUp(Duration.ofSeconds(40));
        pass(Duration.ofSeconds(40));
        run.wire.holdUp(Duration.ofSeconds(9));
        pass(Duration.ofSeconds(18));
        assertThat(isOver(call)).isFalse();
        pass(Duration.ofSeconds(1));
        assertThat(timedOut(call).message()).contains("no progress for 60 s");
    }

    @Test
    void timeInWhichNothingIsReadDoesNotPutOffTheMaximum() {
        Call<JsonNode> call = run.call(DEADLINES);
        run.wire.holdUp(Duration.ofSeconds(150));
        pass(Duration.ofSeconds(150));
        assertThat(timedOut(call).message()).isEqualTo("no answer to tools/call in 150 s");
    }

    @Test
    void onlyProgressOfItsOwnKeepsACallAlive() {
        Call<JsonNode> silent = run.call(DEADLINES);
        Call<JsonNode> busy = run.call(DEADLINES);
        pass(Duration.ofSeconds(50));
        run.progress(2);
        run.wire.say("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{}}");
        pass(Duration.ofSeconds(10));
        assertThat(timedOut(silent).code()).isEqualTo("timed-out");
        assertThat(isOver(busy)).isFalse();
    }

    @Test
    void theServerIsToldAndTheExchangeGivenUp() {
        Call<JsonNode> call = run.call(DEADLINES);
        pass(Duration.ofSeconds(60));
        timedOut(call);
        assertThat(run.wire.abandoned()).contains(call.span());
        assertThat(run.wire.sent("notifications/cancelled"))
                .extracting(sent -> sent.json().path("params").toString())
                .contains("{\"requestId\":1,\"reason\":\"timed out\"}");
        assertThat(run.log.started(SpanKind.NOTIFICATION))
                .anyMatch(span -> call.span().equals(span.parent()));
    }

    @Test
    void initializeIsNeverCancelled() {
        try (PeerRun mute = new PeerRun()) {
            mute.wire.takingOver();
            Call<JsonNode> initialize = mute.call("initialize", DEADLINES);
            initialize.cancel();
            assertThat(initialize.await()).isInstanceOf(Outcome.Cancelled.class);
            assertThat(mute.wire.sent("notifications/cancelled")).isEmpty();
            assertThat(mute.wire.abandoned()).containsExactly(initialize.span());
        }
    }

    @Test
    void whatBrokeTheProtocolMeanwhileIsNamed() {
        run.wire.say("before the call");
        run.ticker.advance(Duration.ofSeconds(1));
        Call<JsonNode> first = run.call(DEADLINES);
        pass(Duration.ofSeconds(60));
        assertThat(timedOut(first).message()).doesNotContain("broke the protocol");

        Call<JsonNode> second = run.call(DEADLINES);
        run.wire.say("{\"jsonrpc\":\"2.0\",\"id\":4711,\"result\":{}}");
        pass(Duration.ofSeconds(60));
        assertThat(timedOut(second).message())
                .endsWith(
                        "; meanwhile the server broke the protocol: an answer to no request of ours"
                                + " (id 4711), ignored");
    }

    @Test
    void theLastLineOfStandardErrorIsTheHint() {
        run.wire.complaining("waiting for the database", "", " ");
        Call<JsonNode> call = run.call(DEADLINES);
        pass(Duration.ofSeconds(60));
        assertThat(timedOut(call).hint())
                .isEqualTo("the last line on standard error was: waiting for the database");
    }

    @Test
    void aMessageWithoutALineEndIsNamedInTheHint() {
        run.wire.holding(1_234);
        Call<JsonNode> call = run.call(DEADLINES);
        pass(Duration.ofSeconds(60));
        assertThat(timedOut(call).hint())
                .isEqualTo(
                        "1,234 bytes without a line end are waiting; each message must end with a line feed");
    }

    @Test
    void deadlinesBeyondAllCountingDoNotOverflow() {
        Duration ages = Duration.ofSeconds(Long.MAX_VALUE);
        Call<JsonNode> call = run.call(CallOptions.DEFAULT.withDeadlines(ages, ages));
        pass(Duration.ofDays(300));
        assertThat(isOver(call)).isFalse();
        run.answer(1);
        assertThat(call.await()).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void aCallThatWasAnsweredHasNoDeadline() {
        Call<JsonNode> call = run.call(DEADLINES);
        run.answer(1);
        pass(Duration.ofHours(1));
        assertThat(call.await()).isInstanceOf(Outcome.Ok.class);
        assertThat(run.log.ended(call.span()).status()).isEqualTo(SpanStatus.OK);
        assertThat(isOver(call)).isFalse();
    }

    @Test
    void aShortDeadlineIsKeptWhileALongOneIsAwaited() {
        Call<JsonNode> longer = run.call(DEADLINES);
        pass(Duration.ofSeconds(1));
        Call<JsonNode> shorter =
                run.call(
                        CallOptions.DEFAULT.withDeadlines(
                                Duration.ofSeconds(2), Duration.ofSeconds(2)));
        run.ticker.advance(Duration.ofSeconds(2));
        assertThat(timedOut(shorter).message()).isEqualTo("no answer to tools/call in 2 s");
        assertThat(isOver(longer)).isFalse();
    }

    @Test
    void nothingEndsByTimeOnceThePeerIsShutDown() {
        Call<JsonNode> call = run.call(DEADLINES);
        run.peer.shutDown();
        run.ticker.advance(Duration.ofHours(1));
        assertThat(call.await()).isInstanceOf(Outcome.Cancelled.class);
    }
}
