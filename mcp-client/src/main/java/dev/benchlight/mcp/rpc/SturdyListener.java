package dev.benchlight.mcp.rpc;

import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireListener;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanId;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Keeps the threads of a wire from ending by a bug of whoever is told: the next thing is told all
/// the same. Thread-safe.
record SturdyListener(WireListener told) implements WireListener {
    @Override
    public void message(FrameId frame, Channel channel, @Nullable SpanId exchange, byte[] bytes) {
        Bugs.survive(() -> told.message(frame, channel, exchange, bytes));
    }

    @Override
    public void refused(
            FrameId frame,
            Channel channel,
            @Nullable SpanId exchange,
            byte[] head,
            byte[] tail,
            WireFault fault) {
        Bugs.survive(() -> told.refused(frame, channel, exchange, head, tail, fault));
    }

    @Override
    public void warning(String code, String message, String sample) {
        Bugs.survive(() -> told.warning(code, message, sample));
    }

    @Override
    public void stderr(String line) {
        Bugs.survive(() -> told.stderr(line));
    }

    @Override
    public void exchangeEnded(SpanId exchange, Optional<WireFault> fault) {
        Bugs.survive(() -> told.exchangeEnded(exchange, fault));
    }

    @Override
    public void held(SpanId request, boolean holds) {
        Bugs.survive(() -> told.held(request, holds));
    }

    @Override
    public boolean awaiting(SpanId request) {
        return told.awaiting(request);
    }

    @Override
    public @Nullable SpanContext contextOf(SpanId request) {
        return told.contextOf(request);
    }

    @Override
    public void closed(WireFault reason) {
        Bugs.survive(() -> told.closed(reason));
    }
}
