package dev.benchlight.app.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Progress;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

class CallModelTest {
    private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private final ScriptedExchange server = new ScriptedExchange();
    private final CallModel model = new CallModel(server, queue::add);

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static Request echo(String text) {
        return new Request("tools/call", json("{\"name\":\"echo\",\"arguments\":" + text + "}"));
    }

    private void until(Predicate<CallState> state) throws InterruptedException {
        while (!state.test(model.stateProperty().get())) {
            Runnable task = queue.poll(20, TimeUnit.SECONDS);
            assertThat(task).as("a change of " + model.stateProperty().get()).isNotNull();
            if (task != null) {
                task.run();
            }
        }
    }

    private void untilDone() throws InterruptedException {
        until(CallState.Done.class::isInstance);
    }

    @Test
    void aCallRunsAndItsResultIsKept() throws InterruptedException {
        model.run(echo("{\"a\":1}"));
        assertThat(model.runningProperty().get()).isTrue();
        server.answer(new Outcome.Ok<>(json("{\"content\":[]}")));
        untilDone();
        assertThat(model.runningProperty().get()).isFalse();
        assertThat(server.sent()).containsExactly(echo("{\"a\":1}"));
        assertThat(model.history()).hasSize(1);
        assertThat(model.history().getFirst().metrics().bytesReceived()).isEqualTo(100);
    }

    @Test
    void progressShowsWhileItRunsAndCancellingEndsIt() throws InterruptedException {
        model.run(echo("{}"));
        while (server.sent().isEmpty()) {
            Thread.onSpinWait();
        }
        server.progress(new Progress(1, OptionalDouble.of(4), "one"));
        server.progress(new Progress(2, OptionalDouble.of(4), "two"));
        until(s -> s instanceof CallState.Running running && running.progress().isPresent());
        assertThat(queue).isEmpty();
        assertThat(RunningStrip.words(new Progress(2, OptionalDouble.of(4), "two")))
                .isEqualTo("2 of 4  ·  two");
        model.cancel();
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        CallState.Running.class, r -> assertThat(r.cancelling()).isTrue());
        untilDone();
        assertThat(model.history().getFirst().outcome()).isInstanceOf(Outcome.Cancelled.class);
    }

    @Test
    void aSecondRunWhileOneIsUnderWayIsNotSent() throws InterruptedException {
        model.run(echo("{}"));
        model.run(echo("{\"b\":2}"));
        server.answer(new Outcome.Ok<>(json("{}")));
        untilDone();
        assertThat(server.sent()).hasSize(1);
    }

    @Test
    void refusingSendsNothingAndSaysWhy() {
        model.refuse("no");
        assertThat(model.stateProperty().get()).isEqualTo(new CallState.Invalid("no"));
        assertThat(server.sent()).isEmpty();
    }

    @Test
    void withoutASessionTheOutcomeSaysThatNothingWasSent() throws InterruptedException {
        CallModel away = new CallModel((_, _) -> Optional.empty(), queue::add);
        away.run(echo("{}"));
        Runnable ended = queue.poll(20, TimeUnit.SECONDS);
        assertThat(ended).isNotNull();
        if (ended != null) {
            ended.run();
        }
        Run run = away.history().getFirst();
        assertThat(run.span()).isNull();
        assertThat(run.outcome())
                .isInstanceOfSatisfying(
                        Outcome.TransportError.class,
                        e -> assertThat(e.problem().code()).isEqualTo("not-connected"));
    }

    @Test
    void onlyTheLastTwentyRunsAreRemembered() throws InterruptedException {
        for (int i = 0; i < CallModel.REMEMBERED + 3; i++) {
            server.answer(new Outcome.Ok<>(json("{}")));
            model.run(echo("{\"i\":" + i + "}"));
            until(CallState.Done.class::isInstance);
            model.refuse("next");
        }
        assertThat(model.history()).hasSize(CallModel.REMEMBERED);
        assertThat(model.history().getFirst().request()).isEqualTo(echo("{\"i\":22}"));
    }
}
