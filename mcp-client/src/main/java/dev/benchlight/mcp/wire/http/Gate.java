package dev.benchlight.mcp.wire.http;

import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireListener;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanId;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// Passes on what a wire tells, until it is shut. Thread-safe.
final class Gate implements WireListener {
    private final WireListener inner;
    private volatile boolean shut;

    Gate(WireListener inner) {
        this.inner = inner;
    }

    void shut() {
        shut = true;
    }

    @Override
    public void message(FrameId frame, Channel channel, @Nullable SpanId exchange, byte[] bytes) {
        if (!shut) {
            inner.message(frame, channel, exchange, bytes);
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
        if (!shut) {
            inner.refused(frame, channel, exchange, head, tail, fault);
        }
    }

    @Override
    public void warning(String code, String message, String sample) {
        if (!shut) {
            inner.warning(code, message, sample);
        }
    }

    @Override
    public void exchangeEnded(SpanId exchange, Optional<WireFault> fault) {
        if (!shut) {
            inner.exchangeEnded(exchange, fault);
        }
    }

    @Override
    public boolean awaiting(SpanId request) {
        return !shut && inner.awaiting(request);
    }

    @Override
    public void held(SpanId request, boolean holds) {
        if (!shut) {
            inner.held(request, holds);
        }
    }

    @Override
    public @Nullable SpanContext contextOf(SpanId request) {
        return shut ? null : inner.contextOf(request);
    }

    @Override
    public void closed(WireFault reason) {
        if (!shut) {
            inner.closed(reason);
        }
    }
}
