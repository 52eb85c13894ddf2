package dev.benchlight.app.connections;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/// Starts one server again after its process ended by itself, as [Restarts] allows. Thread-safe;
/// nothing of it blocks.
final class Restarter {
    private final RestartPause pause;
    private final AtomicReference<State> now = new AtomicReference<>(State.IDLE);

    /// @param waiting for the next start, or null
    private record State(Restarts restarts, @Nullable Waiting waiting, boolean givenUp) {
        static final State IDLE = new State(Restarts.NONE, null, false);
    }

    private record Waiting(Duration time, CountDownLatch over) {}

    Restarter(RestartPause pause) {
        this.pause = pause;
    }

    /// The process ended by itself.
    ///
    /// @param lived how long the server was ready
    /// @param start runs on a thread of its own, unless this is forgotten before
    void ended(Duration lived, Runnable start) {
        Restarts restarts = state().restarts.after(lived);
        Optional<Duration> time = restarts.pause();
        if (time.isEmpty()) {
            now.set(new State(restarts, null, true));
            return;
        }
        Waiting waiting = new Waiting(time.get(), new CountDownLatch(1));
        State next = new State(restarts.next(), waiting, false);
        now.set(next);
        Thread.ofVirtual().name("restart").start(() -> await(next, waiting, start));
    }

    private void await(State state, Waiting waiting, Runnable start) {
        try {
            if (pause.take(waiting.time, waiting.over)
                    && now.compareAndSet(state, new State(state.restarts, null, false))) {
                start.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The user decided: nothing is started, and what was counts no more.
    void forget() {
        State before = now.getAndSet(State.IDLE);
        if (before != null && before.waiting != null) {
            before.waiting.over.countDown();
        }
    }

    /// What to say of a server that has ended, as a sentence.
    Optional<String> said() {
        State state = state();
        if (state.givenUp) {
            return Optional.of(
                    "It was started again " + Restarts.MOST + " times, and now is left alone.");
        }
        return Optional.ofNullable(state.waiting)
                .map(waiting ->
                        "It is started again in "
                                + waiting.time.toSeconds()
                                + " s ("
                                + state.restarts.done()
                                + " of "
                                + Restarts.MOST
                                + ").");
    }

    private State state() {
        return Objects.requireNonNull(now.get());
    }
}
