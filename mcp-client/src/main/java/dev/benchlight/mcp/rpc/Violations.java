package dev.benchlight.mcp.rpc;

import org.jspecify.annotations.Nullable;

/// Brings into the open what is against the protocol and belongs to no call. Thread-safe.
final class Violations {
    private final Spans spans;
    private final PeerListener listener;
    private volatile @Nullable Noted last;

    /// A violation and when it was seen, by [System#nanoTime()].
    private record Noted(String text, long nanos) {}

    Violations(Spans spans, PeerListener listener) {
        this.spans = spans;
        this.listener = listener;
    }

    /// The last one seen after a moment of [System#nanoTime()], or null.
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
        last = new Noted(text, System.nanoTime());
        spans.violation(code, text, origin.frame(), origin.length());
    }
}
