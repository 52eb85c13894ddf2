package dev.benchlight.app.ui.result;

import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.SpanId;

import java.util.Optional;

/// Answers as they stand in the trace store. Thread-safe; blocks.
public record TraceRaw(TraceStore store) implements RawSource {
    @Override
    public Optional<byte[]> response(SpanId span) {
        store.flush();
        return store.find(span.value())
                .flatMap(TraceDetail::response)
                .filter(frame -> !frame.truncated())
                .map(Frame::bytes);
    }
}
