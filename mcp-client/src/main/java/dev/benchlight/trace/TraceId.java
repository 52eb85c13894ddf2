package dev.benchlight.trace;

import java.util.concurrent.ThreadLocalRandom;

/// Identifies a whole tree of spans: 32 lower-case hexadecimal digits, as in OpenTelemetry.
public record TraceId(String value) {
    public TraceId {
        if (!value.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("not a trace id: " + value);
        }
    }

    /// A new random id.
    public static TraceId random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new TraceId("%016x%016x".formatted(random.nextLong(), random.nextLong() | 1));
    }

    @Override
    public String toString() {
        return value;
    }
}
