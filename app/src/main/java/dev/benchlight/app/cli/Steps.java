package dev.benchlight.app.cli;

import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.TraceEvent;
import dev.benchlight.trace.TraceRecorder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Keeps what was done and how long it took, for `inspect`. Thread-safe.
final class Steps implements TraceRecorder {
    private static final int MOST = 1_000;

    private final Map<SpanId, SpanStarted> running = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    /// One thing done.
    ///
    /// @param name the method, or the words of a step of connecting
    record Step(String name, String status, Duration duration) {}

    @Override
    public synchronized void record(TraceEvent event) {
        if (steps.size() >= MOST) {
            return;
        }
        switch (event) {
            case SpanStarted started when kept(started.kind()) ->
                    running.put(started.id(), started);
            case SpanNote note when note.type() == SpanNote.Type.STEP -> {
                SpanStarted span = running.get(note.span());
                Duration at = span == null ? Duration.ZERO : span.at().until(note.at());
                steps.add(new Step(note.text(), "note", at));
            }
            case SpanEnded ended -> {
                SpanStarted started = running.remove(ended.span());
                if (started != null) {
                    String status =
                            ended.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
                    steps.add(new Step(started.method(), status, started.at().until(ended.at())));
                }
            }
            default -> {}
        }
    }

    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    private static boolean kept(SpanKind kind) {
        return kind == SpanKind.CONNECT || kind == SpanKind.REQUEST;
    }
}
