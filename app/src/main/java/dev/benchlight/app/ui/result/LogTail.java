package dev.benchlight.app.ui.result;

import dev.benchlight.app.ui.fx.VisibleText;

import tools.jackson.databind.JsonNode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// The last log lines of a server's. Thread-safe; however fast they come, only one update is ever
/// queued.
final class LogTail {
    private static final int LINES = 4;
    private static final int LONGEST = 300;

    private final Consumer<Runnable> later;
    private final Consumer<List<String>> show;
    private final Deque<String> lines = new ArrayDeque<>();
    private boolean queued;

    /// @param later queues a task for the thread `show` is for
    LogTail(Consumer<Runnable> later, Consumer<List<String>> show) {
        this.later = later;
        this.show = show;
    }

    /// Takes any notification; only log messages count.
    void heard(String method, JsonNode params) {
        if (!method.equals("notifications/message")) {
            return;
        }
        String line = line(params);
        synchronized (lines) {
            lines.addLast(line);
            if (lines.size() > LINES) {
                lines.removeFirst();
            }
            if (queued) {
                return;
            }
            queued = true;
        }
        later.accept(this::update);
    }

    void clear() {
        synchronized (lines) {
            lines.clear();
        }
    }

    private void update() {
        List<String> now;
        synchronized (lines) {
            queued = false;
            now = List.copyOf(lines);
        }
        show.accept(now);
    }

    /// Such as "warning disk nearly full".
    static String line(JsonNode params) {
        JsonNode data = params.path("data");
        String text = data.isString() ? data.stringValue() : data.toString();
        String logger = params.path("logger").asString("");
        String line =
                params.path("level").asString("log")
                        + (logger.isEmpty() ? "  " : "  " + logger + "  ")
                        + text.substring(0, Math.min(text.length(), LONGEST)).replace('\n', ' ');
        return VisibleText.of(line);
    }
}
