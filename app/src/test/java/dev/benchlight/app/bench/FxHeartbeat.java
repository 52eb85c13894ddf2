package dev.benchlight.app.bench;

import dev.benchlight.app.ui.fx.FxBatcher;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/// Beats with every frame of the JavaFX thread and keeps the longest pause between two beats, in
/// time on the clock, which other programs on the machine lengthen, and in the thread's own
/// processor time, which they do not. Starts the toolkit if need be. Methods are for other threads.
public final class FxHeartbeat {
    private final FxBatcher batcher = new FxBatcher();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    beat();
                }
            };
    private long lastNanos;
    private long lastCpu;
    private long longestNanos;
    private long longestCpu;
    private int beats;

    public FxHeartbeat() {
        startToolkit();
        on(() -> {
            timer.start();
            return 0;
        });
    }

    /// The longest pauses since the last reset, in milliseconds.
    public record Gaps(double clockMs, double cpuMs, int beats) {}

    private static void startToolkit() {
        CompletableFuture<Void> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(null));
            Platform.setImplicitExit(false);
        } catch (IllegalStateException _) {
            return; // It runs already.
        }
        started.join();
    }

    private void beat() {
        long now = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        longestNanos = Math.max(longestNanos, now - lastNanos);
        longestCpu = Math.max(longestCpu, cpu - lastCpu);
        lastNanos = now;
        lastCpu = cpu;
        beats++;
    }

    /// Forgets what was, and counts from now on.
    public void reset() {
        on(() -> {
            lastNanos = System.nanoTime();
            lastCpu = threads.getCurrentThreadCpuTime();
            longestNanos = 0;
            longestCpu = 0;
            beats = 0;
            return 0;
        });
    }

    /// The longest pauses so far; one that still lasts is waited for.
    public Gaps gaps() {
        return on(() -> {
            beat();
            return new Gaps(longestNanos / 1e6, longestCpu / 1e6, beats);
        });
    }

    /// Runs `task` on the JavaFX thread and waits for its value.
    public <T> T on(Callable<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        batcher.run(() -> {
            try {
                done.complete(task.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.join();
    }

    /// Waits until `frames` more frames were begun, so that what was shown before is drawn.
    public void awaitFrames(int frames) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        on(() -> {
            new AnimationTimer() {
                private int left = frames;

                @Override
                public void handle(long now) {
                    if (left-- == 0) {
                        stop();
                        done.complete(null);
                    }
                }
            }.start();
            return 0;
        });
        done.join();
    }

    void stop() {
        on(() -> {
            timer.stop();
            return 0;
        });
    }
}
