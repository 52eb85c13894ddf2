package dev.benchlight.app.cli;

import dev.benchlight.trace.Moment;
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

/// Keeps what was done and how long it took, for `inspect`: the steps of connecting, then each
/// request. Thread-safe.
final class Steps implements TraceRecorder {
    private static final int MOST = 1_000;

    private final Map<SpanId, SpanStarted> running = new HashMap<>();
    private final Map<SpanId, Moment> lastStep = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    /// One thing done.
    ///
    /// @param name the method, or the words of a step of connecting
    /// @param evidence what showed it, or an empty string
    record Step(String name, String status, String evidence, Duration duration) {
        /// To a tenth.
        double milliseconds() {
            return Math.round(duration.toNanos() / 1e5) / 10.0;
        }
    }

    @Override
    public synchronized void record(TraceEvent event) {
        if (steps.size() >= MOST) {
            return;
        }
        switch (event) {
            case SpanStarted started when kept(started) -> running.put(started.id(), started);
            case SpanNote note when note.type() == SpanNote.Type.STEP -> step(note);
            case SpanEnded ended -> {
                SpanStarted started = running.remove(ended.span());
                if (started != null) {
                    String status =
                            ended.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
                    Duration taken = started.at().until(ended.at());
                    steps.add(new Step(started.method(), status, "", taken));
                }
            }
            default -> {}
        }
    }

    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    /// Requests within connecting are steps of it already.
    private boolean kept(SpanStarted started) {
        return started.kind() == SpanKind.CONNECT
                || (started.kind() == SpanKind.REQUEST && !running.containsKey(started.parent()));
    }

    /// From the step before it.
    private void step(SpanNote note) {
        SpanStarted span = running.get(note.span());
        if (span == null) {
            return;
        }
        Moment before = lastStep.getOrDefault(note.span(), span.at());
        lastStep.put(note.span(), note.at());
        String[] parts = note.text().split(": ", 3);
        String verdict = parts.length > 1 ? parts[1] : "";
        String evidence = parts.length > 2 ? parts[2] : "";
        steps.add(new Step(parts[0], verdict, evidence, before.until(note.at())));
    }
}
