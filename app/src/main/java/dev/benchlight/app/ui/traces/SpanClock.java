package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.app.ui.fx.Quantity;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanNote;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells how long after a span's start something happened. A span is stored with the wall clock's
/// time only, so the monotonic clock is set by the first thing that happened within it.
record SpanClock(long startNanos) {
    static SpanClock of(TraceDetail detail) {
        Optional<Moment> first =
                Stream.concat(
                                detail.frames().stream().map(Frame::at),
                                detail.notes().stream().map(SpanNote::at))
                        .min(Comparator.comparingLong(Moment::nanos))
                        .or(() -> detail.stderr().stream().map(Frame::at).findFirst());
        return first.map(moment -> new SpanClock(moment.nanos() - gap(detail, moment)))
                .orElse(new SpanClock(0));
    }

    private static long gap(TraceDetail detail, Moment first) {
        return Duration.between(detail.row().started(), first.wall()).toNanos();
    }

    /// Negative for what came before.
    Duration since(Moment moment) {
        return Duration.ofNanos(moment.nanos() - startNanos);
    }

    /// As "+12.3 ms", or "−0.5 ms" before the start.
    String label(Moment moment) {
        Duration since = since(moment);
        return (since.isNegative() ? "−" : "+") + Quantity.duration(since.abs());
    }
}
