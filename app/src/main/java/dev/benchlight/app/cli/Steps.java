package dev.benchlight.app.cli;

import dev.benchlight.app.doctor.Probed;
import dev.benchlight.mcp.auth.AuthFault;
import dev.benchlight.mcp.auth.AuthStep;
import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.TraceEvent;
import dev.benchlight.trace.TraceRecorder;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Keeps what was done and how long it took, for `inspect`: the steps of connecting, those of
/// authorisation where it was wanted, then each request, each with the phases of its HTTP exchange.
/// Thread-safe.
final class Steps implements TraceRecorder, AuthStep.Listener {
    private static final int MOST = 1_000;

    private final Map<SpanId, SpanStarted> running = new HashMap<>();
    private final Map<SpanId, SpanStarted> within = new HashMap<>();
    private final Map<SpanId, Moment> lastStep = new HashMap<>();
    private final Map<SpanId, String> timing = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final UnaryOperator<String> redactor;
    private Moment authorising = Moment.now();
    private boolean ended;

    /// @param redactor takes secrets out of what is shown
    Steps(UnaryOperator<String> redactor) {
        this.redactor = redactor;
    }

    /// One thing done.
    ///
    /// @param name the method, or the words of a step of connecting
    /// @param evidence what showed it, or an empty string
    /// @param rules of authorisation that it kept or broke
    record Step(
            String name,
            String status,
            String evidence,
            Duration duration,
            List<AuthStep.Check> rules) {
        Step(String name, String status, String evidence, Duration duration) {
            this(name, status, evidence, duration, List.of());
        }

        private Step redacted(UnaryOperator<String> redactor) {
            return new Step(
                    name,
                    status,
                    redactor.apply(evidence),
                    duration,
                    rules.stream()
                            .map(rule ->
                                    new AuthStep.Check(
                                            rule.rule(), rule.met(), redactor.apply(rule.text())))
                            .toList());
        }

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

    /// What became a secret since is left out too.
    List<Step> steps() {
        List<Step> all;
        synchronized (this) {
            all = List.copyOf(steps);
        }
        return all.stream().map(step -> step.redacted(redactor)).toList();
    }

    @Override
    public synchronized void began() {
        authorising = Moment.now();
    }

    @Override
    public synchronized void took(AuthStep step) {
        if (steps.size() < MOST) {
            steps.add(AuthSteps.of(step));
        }
    }

    @Override
    public synchronized void ended(@Nullable AuthFault fault) {
        if (steps.size() < MOST) {
            Duration taken = authorising.until(Moment.now());
            steps.add(
                    fault == null
                            ? new Step("authorisation", "ok", "", taken)
                            : new Step("authorisation", "failed", fault.text(), taken));
        }
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
