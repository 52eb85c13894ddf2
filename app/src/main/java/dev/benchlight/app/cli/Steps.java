package dev.benchlight.app.cli;

import dev.benchlight.app.doctor.Probed;
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
/// request, each with the phases of its HTTP exchange. Thread-safe.
final class Steps implements TraceRecorder {
    private static final int MOST = 1_000;

    private final Map<SpanId, SpanStarted> running = new HashMap<>();
    private final Map<SpanId, SpanStarted> within = new HashMap<>();
    private final Map<SpanId, Moment> lastStep = new HashMap<>();
    private final Map<SpanId, String> timing = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private boolean ended;

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
        if (ended || steps.size() >= MOST) {
            return;
        }
        switch (event) {
            case SpanStarted started when kept(started) -> running.put(started.id(), started);
            case SpanStarted started when running.containsKey(started.parent()) ->
                    within.put(started.id(), started);
            case SpanNote note when note.type() == SpanNote.Type.STEP -> step(note);
            case SpanNote note when note.type() == SpanNote.Type.TIMING -> timed(note);
            case SpanEnded done -> {
                SpanStarted started = running.remove(done.span());
                if (started != null) {
                    String status = done.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
                    Duration taken = started.at().until(done.at());
                    String phases = timing.getOrDefault(done.span(), "");
                    steps.add(new Step(started.method(), status, phases, taken));
                }
            }
            default -> {}
        }
    }

    /// Keeps nothing more by itself: what comes is told by [#add].
    synchronized void end() {
        ended = true;
    }

    synchronized void add(Probed probed) {
        steps.add(new Step(probed.step(), probed.verdict(), probed.evidence(), probed.took()));
    }

    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    /// Requests within connecting are steps of it already.
    private boolean kept(SpanStarted started) {
        return started.kind() == SpanKind.CONNECT
                || (started.kind() == SpanKind.REQUEST && !running.containsKey(started.parent()));
    }

    /// Of a request within connecting, it belongs to the step that the request is part of.
    private void timed(SpanNote note) {
        SpanStarted inner = within.get(note.span());
        SpanId owner = inner == null || inner.parent() == null ? note.span() : inner.parent();
        timing.putIfAbsent(owner, note.text());
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
        String phases = timing.getOrDefault(note.span(), "");
        timing.remove(note.span());
        String both = evidence.isEmpty() || phases.isEmpty() ? "" : " · ";
        steps.add(new Step(parts[0], verdict, evidence + both + phases, before.until(note.at())));
    }
}
