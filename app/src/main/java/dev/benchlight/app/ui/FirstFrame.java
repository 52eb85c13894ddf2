package dev.benchlight.app.ui;

import javafx.animation.AnimationTimer;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// Waits for the third pulse, when the first frame is on the screen, and tells how long after the
/// process started that was.
final class FirstFrame extends AnimationTimer {
    private final Consumer<String> report;
    private int pulses;

    /// @param report given one line of JSON
    FirstFrame(Consumer<String> report) {
        this.report = report;
    }

    @Override
    public void handle(long now) {
        if (++pulses < 3) {
            return;
        }
        stop();
        Instant started = ProcessHandle.current().info().startInstant().orElse(Instant.now());
        Runtime runtime = Runtime.getRuntime();
        report.accept(
                "{\"firstFrameMs\": %d, \"heapMB\": %d}"
                        .formatted(
                                Duration.between(started, Instant.now()).toMillis(),
                                (runtime.totalMemory() - runtime.freeMemory()) >> 20));
    }
}
