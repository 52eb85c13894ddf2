package dev.benchlight.app.bench;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// 10 MB of text as a result, rendered and raw, through the window's result view: how long until it
/// is drawn, how much memory it takes, and how long the JavaFX thread makes a user wait.
final class TextBenchmark implements Benchmarks.Benchmark {
    private static final int SIZE = 10 << 20;

    private final FxHeartbeat heart = new FxHeartbeat();
    private final List<Measurement> measured = new ArrayList<>();

    @Override
    public List<Measurement> run() throws Exception {
        warmUp();
        measure(
                "10 MB of log lines",
                "2026-11-21T09:00:00.000Z INFO request served in 12 ms\n",
                "line-view");
        measure("10 MB in one line", "0123456789abcdef", "line-view");
        measure(
                "10 MB of Markdown",
                "## Part\n\nSome *text* with `code`.\n\n- one\n- two\n\n",
                "markdown");
        heart.stop();
        return measured;
    }

    /// Loads classes and styles, as the user's first result does.
    private void warmUp() throws Exception {
        try (ResultStage stage = new ResultStage(heart, _ -> Optional.empty())) {
            stage.answer(result("a line\n"), "line-view");
            stage.answer(result("# Title\n\n- a\n- b\n\n```java\nint a;\n```\n"), "markdown");
            stage.view("Raw", "line-view");
        }
    }

    private void measure(String what, String pattern, String shown) throws Exception {
        JsonNode result = result(pattern.repeat(SIZE / pattern.length()));
        byte[] raw = JsonMapper.shared().writeValueAsBytes(result);
        try (ResultStage stage = new ResultStage(heart, _ -> Optional.of(raw))) {
            Memory before = Memory.now();
            timed(what + ", rendered", () -> stage.answer(result, shown));
            memory(what + ", rendered", before);
            timed(what + ", raw", () -> stage.view("Raw", "line-view"));
            memory(what + ", raw", before);
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    private void timed(String name, Step step) throws Exception {
        heart.reset();
        long start = System.nanoTime();
        step.run();
        double millis = (System.nanoTime() - start) / 1e6;
        FxHeartbeat.Gaps gaps = heart.gaps();
        measured.add(Measurement.bounded(name + ": until drawn", millis, "ms", 1000));
        measured.add(Measurement.bounded(name + ": longest gap", gaps.clockMs(), "ms", 200));
        measured.add(Measurement.plain(name + ": of it processor", gaps.cpuMs(), "ms"));
    }

    private void memory(String name, Memory before) throws Exception {
        Memory now = Memory.now();
        measured.add(
                Measurement.bounded(
                        name + ": more heap", now.heapMb() - before.heapMb(), "MB", 300));
        measured.add(
                Measurement.bounded(
                        name + ": more resident",
                        now.residentMb() - before.residentMb(),
                        "MB",
                        300));
    }

    private static JsonNode result(String text) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putArray("content").addObject().put("type", "text").put("text", text);
        return result;
    }
}
