package dev.benchlight.mcp.wire;

import dev.benchlight.trace.Channel;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.SpanId;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A listener that writes down what it is told, a line each.
public final class WireLog implements WireListener {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<WireFault> faults = new CopyOnWriteArrayList<>();
    private final Set<SpanId> awaited = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Optional<WireFault>> ends = new LinkedBlockingQueue<>();

    /// Messages as the number of their frame and their text; `refused`, `warning` and `closed` with
    /// their codes; `stderr` with its line.
    public List<String> told() {
        return new ArrayList<>(told);
    }

    /// Why messages were refused and the wire closed.
    public List<WireFault> faults() {
        return faults;
    }

    /// Counts the request as unanswered until a result comes in its exchange.
    public WireLog awaiting(WireMessage request) {
        awaited.add(request.span());
        return this;
    }

    /// How the next exchange ended.
    public Optional<WireFault> nextEnd() throws InterruptedException {
        Optional<WireFault> end = ends.poll(60, TimeUnit.SECONDS);
        if (end == null) {
            throw new AssertionError("no exchange ended");
        }
        return end;
    }

    @Override
    public void message(FrameId frame, Channel channel, @Nullable SpanId exchange, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        told.add(frame.sequence() + " " + text);
        if (exchange != null && text.contains("\"result\"")) {
            awaited.remove(exchange);
        }
    }

    @Override
    public void refused(
            FrameId frame,
            Channel channel,
            @Nullable SpanId exchange,
            byte[] head,
            byte[] tail,
            WireFault fault) {
        told.add(frame.sequence() + " refused " + fault.code());
        faults.add(fault);
    }

    @Override
    public void warning(String code, String message, String sample) {
        told.add("warning " + code);
    }

    @Override
    public void stderr(String line) {
        told.add("stderr " + line);
    }

    @Override
    public void exchangeEnded(SpanId exchange, Optional<WireFault> fault) {
        ends.add(fault);
    }

    @Override
    public boolean awaiting(SpanId request) {
        return awaited.contains(request);
    }

    @Override
    public void closed(WireFault reason) {
        faults.add(reason);
        told.add("closed " + reason.code());
    }
}
