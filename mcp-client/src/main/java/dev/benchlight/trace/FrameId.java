package dev.benchlight.trace;

/// Names one frame: the connection it went over, and its number there, counted from 1.
public record FrameId(String connection, long sequence) {
    @Override
    public String toString() {
        return connection + "#" + sequence;
    }
}
