package dev.benchlight.mcp.wire;

import dev.benchlight.trace.TraceRecorder;

/// Waits for room in the recorder before a message is read, and keeps the time: what is read later
/// for it cannot be held against the peer. Thread-safe; several readers that wait at once count
/// once.
public final class RoomWait {
    private final TraceRecorder recorder;
    private int waiting;
    private long since;
    private long total;

    public RoomWait(TraceRecorder recorder) {
        this.recorder = recorder;
    }

    /// As [TraceRecorder#awaitRoom()].
    public void await() {
        begin();
        try {
            recorder.awaitRoom();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        if (waiting++ == 0) {
            since = System.nanoTime();
        }
    }

    private synchronized void end() {
        if (--waiting == 0) {
            total += System.nanoTime() - since;
        }
    }

    /// How long it was waited so far, a wait under way included.
    public synchronized long nanos() {
        return waiting == 0 ? total : total + System.nanoTime() - since;
    }
}
