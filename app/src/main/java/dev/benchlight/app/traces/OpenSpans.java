package dev.benchlight.app.traces;

import dev.benchlight.trace.Frame;
import dev.benchlight.trace.Moment;
import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.SpanStatus;
import dev.benchlight.trace.TraceEvent;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The spans under way as rows, and the rows that changed since last asked; they are known also
/// when they cannot be stored. Used by the writer's thread alone.
final class OpenSpans {
    private final Map<SpanId, Running> running = new HashMap<>();
    private final Map<SpanId, TraceRow> changed = new LinkedHashMap<>();

    private record Running(TraceRow row, Moment start) {}

    /// Takes what was stored, or could not be.
    ///
    /// @param sequence of the last span before
    /// @return that of the last span now
    long take(List<TraceEvent> batch, long sequence) {
        long last = sequence;
        for (TraceEvent event : batch) {
            switch (event) {
                case SpanStarted started -> started(++last, started);
                case SpanNote note -> noted(note);
                case SpanEnded ended -> ended(ended);
                case Frame _ -> {}
            }
        }
        return last;
    }

    private void started(long sequence, SpanStarted event) {
        TraceRow row =
                new TraceRow(
                        sequence,
                        event.id(),
                        event.trace(),
                        event.parent(),
                        event.kind(),
                        event.method(),
                        event.name(),
                        event.where(),
                        event.connection(),
                        event.at().wall(),
                        null,
                        null,
                        0,
                        0,
                        "");
        running.put(event.id(), new Running(row, event.at()));
        changed.put(event.id(), row);
    }

    /// Progress and steps stand in the row of a span under way.
    private void noted(SpanNote note) {
        Running span = running.get(note.span());
        boolean shown = note.type() == SpanNote.Type.PROGRESS || note.type() == SpanNote.Type.STEP;
        if (span != null && shown) {
            TraceRow row = with(span.row(), null, null, 0, 0, note.text());
            running.put(note.span(), new Running(row, span.start()));
            changed.put(row.id(), row);
        }
    }

    private void ended(SpanEnded event) {
        Running span = running.remove(event.span());
        if (span != null) {
            TraceRow row =
                    with(
                            span.row(),
                            event.status(),
                            span.start().until(event.at()),
                            event.bytesSent(),
                            event.bytesReceived(),
                            event.summary());
            changed.put(row.id(), row);
        }
    }

    private static TraceRow with(
            TraceRow row,
            @Nullable SpanStatus status,
            @Nullable Duration duration,
            long sent,
            long received,
            String summary) {
        return new TraceRow(
                row.sequence(),
                row.id(),
                row.trace(),
                row.parent(),
                row.kind(),
                row.method(),
                row.name(),
                row.where(),
                row.connection(),
                row.started(),
                status,
                duration,
                sent,
                received,
                summary);
    }

    List<TraceRow> takeChanged() {
        List<TraceRow> rows = new ArrayList<>(changed.values());
        changed.clear();
        return rows;
    }
}
