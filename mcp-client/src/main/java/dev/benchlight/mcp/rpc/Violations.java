package dev.benchlight.mcp.rpc;

import org.jspecify.annotations.Nullable;

/// Brings into the open what is against the protocol and belongs to no call. Thread-safe.
final class Violations {
    private final Spans spans;
    private final PeerListener listener;
    private final Ticker ticker;
    private volatile @Nullable Noted last;

    /// A violation and when it was seen, by the [Ticker].
    private record Noted(String text, long nanos) {}

    Violations(Spans spans, PeerListener listener, Ticker ticker) {
        this.spans = spans;
        this.listener = listener;
        this.ticker = ticker;
    }

    /// The last one seen after a moment of the [Ticker], or null.
    @Nullable String since(long nanos) {
        Noted noted = last;
        return noted != null && noted.nanos() - nanos >= 0 ? noted.text() : null;
    }

    /// Warns, and records.
    void stray(Origin origin, String code, String text) {
        listener.warning("protocol-violation", "messages break the protocol", text);
        record(origin, code, text);
    }

    /// Records only, for what was warned of by a code of its own.
    void record(Origin origin, String code, String text) {
        last = new Noted(text, ticker.nanos());
        spans.violation(code, text, origin.frame(), origin.length());
    }
}
