package dev.benchlight.trace;

/// Which way a frame went: from us, or to us.
public enum Direction {
    SENT,
    RECEIVED
}
