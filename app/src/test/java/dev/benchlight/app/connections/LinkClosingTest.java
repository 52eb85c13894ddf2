package dev.benchlight.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.TraceEvent;
import dev.benchlight.trace.TraceRecorder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;

/// A link that is closed, or breaks, at each step of connecting to a real process.
class LinkClosingTest {
    private final Set<ProcessHandle> earlier =
            ProcessHandle.current().descendants().collect(Collectors.toSet());
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /// Where connecting is held, until it was asked to end.
    enum Step {
        PREPARING,
        CREATING_THE_SESSION,
        BEFORE_THE_PROCESS,
        AFTER_THE_PROCESS,
        CONNECTED,
        LISTING
    }

    @ParameterizedTest
    @EnumSource
    void closedAtAnyStepItIsClosedAndNoProcessIsLeft(Step step) throws InterruptedException {
        Link link = link(at -> hold(step == at));
        link.start();
        Await.until("reached", () -> reached.getCount() == 0);

        Thread closing = Thread.ofVirtual().start(link::close);
        Await.until("asked to end", () -> !link.isActive());
        goOn.countDown();
        closing.join();

        assertThat(link.state()).isInstanceOf(SessionState.Closed.class);
        Await.until("its thread ended", () -> !link.isRunning());
        assertThat(link.state()).isInstanceOf(SessionState.Closed.class);
        assertThat(link.warnings()).isEmpty();
        Await.until("no process left", () -> started().isEmpty());
    }

    @Test
    void closedBeforeItBeginsItNeverBegins() {
        Link link = link(at -> reached.countDown());

        link.close();
        link.start();

        assertThat(link.state()).isInstanceOf(SessionState.Closed.class);
        assertThat(link.isRunning()).isFalse();
        assertThat(reached.getCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aBugAtAnyStepIsAFailureThatIsShown(Step step) {
        failsAt(
                step,
                () -> {
                    throw new IllegalStateException("a bug");
                });
        failsAt(
                step,
                () -> {
                    throw new OutOfMemoryError("a bug");
                });
    }

    private void failsAt(Step step, Runnable fault) {
        Link link =
                link(at -> {
                    if (at == step) {
                        fault.run();
                    }
                });
        link.start();

        Await.until("failed", () -> link.state() instanceof SessionState.Failed);

        SessionState.Failed failed = (SessionState.Failed) link.state();
        assertThat(failed.step()).isNotBlank();
        assertThat(failed.problem().message()).contains("a bug");
        assertThat(link.isActive()).isFalse();
        Await.until("its thread ended", () -> !link.isRunning());
        assertThat(link.state()).isEqualTo(failed);
        Await.until("no process left", () -> started().isEmpty());
    }

    private interface Hook {
        void reach(Step step);
    }

    private Link link(Hook hook) {
        Sessions real = Entries.sessions(recorder(hook));
        return new Link(
                Entries.faulty("fine"),
                entry -> {
                    hook.reach(Step.PREPARING);
                    return entry.config();
                },
                (config, listener) -> {
                    hook.reach(Step.CREATING_THE_SESSION);
                    return real.create(config, listener);
                },
                () -> {},
                (method, params) -> {},
                _ -> {},
                Link.Rest.SECOND);
    }

    /// A recorder sees each step from the thread that takes it.
    private static TraceRecorder recorder(Hook hook) {
        return event -> {
            switch (event) {
                case SpanStarted span when span.method().equals("connect") ->
                        hook.reach(Step.BEFORE_THE_PROCESS);
                case SpanNote note when note.text().equals("starting the process: ok") ->
                        hook.reach(Step.AFTER_THE_PROCESS);
                case SpanEnded end when end.summary().startsWith("connected to") ->
                        hook.reach(Step.CONNECTED);
                case SpanStarted span when span.method().equals("tools/list") ->
                        hook.reach(Step.LISTING);
                case TraceEvent other -> {}
            }
        };
    }

    private void hold(boolean here) {
        if (here) {
            reached.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Set<ProcessHandle> started() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> !earlier.contains(child) && child.isAlive())
                .collect(Collectors.toSet());
    }
}
