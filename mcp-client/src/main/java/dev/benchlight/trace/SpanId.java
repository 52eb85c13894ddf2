package dev.benchlight.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// Identifies a span: 16 lower-case hexadecimal digits, as in OpenTelemetry. Never all zeros.
public record SpanId(String value) {
    public SpanId {
        if (!TraceId.isHex(value, 16)) {
            throw new IllegalArgumentException("not a span id: " + value);
        }
    }

    /// A new random id.
    public static SpanId random() {
        long bits;
        do {
            bits = ThreadLocalRandom.current().nextLong();
        } while (bits == 0);
        return new SpanId(HexFormat.of().toHexDigits(bits));
    }

    @Override
    public String toString() {
        return value;
    }
}
