package dev.benchlight.app.traces;

import dev.benchlight.trace.Frame;
import dev.benchlight.trace.SpanNote;

import java.util.List;

/// Everything stored of one span.
///
/// @param frames of this span, in the order they went over the wire; the request's first
/// @param stderr lines the server wrote to standard error from one second before its start to one
///   second after its end
/// @param children spans whose parent it is
public record TraceDetail(
        TraceRow row,
        List<Frame> frames,
        List<SpanNote> notes,
        List<Frame> stderr,
        List<TraceRow> children) {}
