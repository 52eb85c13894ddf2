package dev.benchlight.mcp;

import dev.benchlight.trace.Channel;
import dev.benchlight.trace.Frame;
import dev.benchlight.trace.SpanEnded;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.TraceEvent;
import dev.benchlight.trace.TraceRecorder;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A recorder that keeps everything, and finds it again.
public final class EventLog implements TraceRecorder {
    private final Queue<TraceEvent> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger awaited = new AtomicInteger();

    @Override
    public void record(TraceEvent event) {
        events.add(event);
    }

    @Override
    public void awaitRoom() {
        awaited.incrementAndGet();
    }

    /// How often somebody who reads was ready to wait for room.
    public int awaited() {
        return awaited.get();
    }

    public <E extends TraceEvent> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public List<SpanStarted> started(SpanKind kind) {
        return all(SpanStarted.class).stream().filter(span -> span.kind() == kind).toList();
    }

    public SpanStarted started(SpanId id) {
        return all(SpanStarted.class).stream()
                .filter(span -> span.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public SpanEnded ended(SpanId id) {
        return all(SpanEnded.class).stream()
                .filter(end -> end.span().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public List<SpanNote> notes(SpanId id, SpanNote.Type type) {
        return all(SpanNote.class).stream()
                .filter(note -> note.span().equals(id) && note.type() == type)
                .toList();
    }

    /// The summaries of all violations, each after its code.
    public List<String> violations() {
        return started(SpanKind.VIOLATION).stream()
                .map(span -> span.method() + ": " + ended(span.id()).summary())
                .toList();
    }

    public List<Frame> frames() {
        return all(Frame.class);
    }

    /// The texts of the frames of one channel, in order.
    public List<String> texts(Channel channel) {
        return frames().stream()
                .filter(frame -> frame.channel() == channel)
                .map(frame -> new String(frame.bytes(), StandardCharsets.UTF_8))
                .toList();
    }
}
