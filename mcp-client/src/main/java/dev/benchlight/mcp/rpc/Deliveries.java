package dev.benchlight.mcp.rpc;

import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanStatus;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Ends the spans of notifications and answers of ours, which nobody answers: when the wire has
/// delivered them, has not, or is over. Thread-safe.
final class Deliveries {
    private final Spans spans;
    private final Map<SpanId, Delivery> underWay = new ConcurrentHashMap<>();
    private volatile @Nullable End over;

    /// How a span ends if its message is delivered.
    private record Delivery(SpanStatus status, String summary, long sent, long received) {}

    /// Why nothing is delivered any more.
    private record End(SpanStatus status, String why) {}

    Deliveries(Spans spans) {
        this.spans = spans;
    }

    /// Must come before the message is sent. The rest is as for [Spans#end].
    void expect(SpanId span, SpanStatus status, String summary, long sent, long received) {
        underWay.put(span, new Delivery(status, summary, sent, received));
        End end = over;
        if (end != null) {
            fail(span, end);
        }
    }

    /// What is no delivery, or was settled before, changes nothing.
    ///
    /// @param fault why it was not delivered, or empty
    void settle(SpanId span, Optional<WireFault> fault) {
        if (fault.isPresent()) {
            fail(span, end(fault.get()));
            return;
        }
        Delivery delivery = underWay.remove(span);
        if (delivery != null) {
            spans.end(
                    span,
                    delivery.status(),
                    delivery.summary(),
                    delivery.sent(),
                    delivery.received());
        }
    }

    /// The wire failed: what is under way, and what comes later, is not delivered.
    void giveUp(WireFault fault) {
        giveUp(end(fault));
    }

    /// The session was closed.
    void shutDown() {
        giveUp(new End(SpanStatus.CANCELLED, "the session was closed"));
    }

    private void giveUp(End end) {
        over = end;
        underWay.keySet().forEach(span -> fail(span, end));
    }

    private static End end(WireFault fault) {
        return new End(
                Problems.status(Problems.outcome(fault.kind(), Problems.of(fault))),
                fault.message());
    }

    private void fail(SpanId span, End end) {
        Delivery delivery = underWay.remove(span);
        if (delivery != null) {
            String text = "not delivered: " + end.why();
            spans.end(span, end.status(), text, 0, delivery.received());
        }
    }
}
