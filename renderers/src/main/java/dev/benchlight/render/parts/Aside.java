package dev.benchlight.render.parts;

import dev.benchlight.render.Invisible;

import javafx.concurrent.Task;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Work for a view that would hold up the JavaFX thread: done on a virtual thread, one piece at a
/// time. A newer piece ends the one before, whose result is dropped. Only on the JavaFX thread.
public final class Aside {
    private final String name;
    private @Nullable Task<?> running;

    /// `name` is the threads', for those who look at a thread dump.
    public Aside(String name) {
        this.name = name;
    }

    /// Works, which an interruption may end, then hands the result to `done` on the JavaFX thread.
    /// A failure is a bug and goes to that thread's handler.
    public <T> void run(Callable<T> work, Consumer<T> done) {
        run(
                work,
                done,
                failure -> {
                    throw new IllegalStateException(name + " failed", failure);
                });
    }

    /// As above; for work that may fail.
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        stop();
        Task<T> task =
                new Task<>() {
                    @Override
                    protected T call() throws Exception {
                        return work.call();
                    }
                };
        task.setOnSucceeded(_ -> done.accept(task.getValue()));
        task.setOnFailed(_ -> failed.accept(task.getException()));
        running = task;
        Thread.ofVirtual().name(name).start(task);
    }

    /// Why work failed, in a few words for the user.
    public static String reason(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "there is not enough memory.";
        }
        String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return Invisible.brief(message == null ? name : name + ": " + message, 200);
    }

    /// Ends what is under way; its result is dropped.
    public void stop() {
        if (running != null) {
            running.cancel();
            running = null;
        }
    }
}
