package dev.benchlight.app.ui;

import javafx.animation.AnimationTimer;

import java.lang.management.ManagementFactory;
import java.util.function.Consumer;

/// Waits for the third pulse, when the first frame is on the screen, and tells how long after the
/// virtual machine started that was. (The start of the process is known to the second only.)
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
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        Runtime runtime = Runtime.getRuntime();
        report.accept(
                "{\"firstFrameMs\": %d, \"heapMB\": %d}"
                        .formatted(
                                System.currentTimeMillis() - started,
                                (runtime.totalMemory() - runtime.freeMemory()) >> 20));
    }
}
