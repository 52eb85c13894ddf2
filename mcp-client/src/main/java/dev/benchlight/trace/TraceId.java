package dev.benchlight.trace;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// Identifies a whole tree of spans: 32 lower-case hexadecimal digits, as in OpenTelemetry.
public record TraceId(String value) {
    public TraceId {
        if (!isHex(value, 32)) {
            throw new IllegalArgumentException("not a trace id: " + value);
        }
    }

    /// A new random id.
    public static TraceId random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return new TraceId(
                hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1));
    }

    static boolean isHex(String value, int digits) {
        if (value.length() != digits) {
            return false;
        }
        for (int i = 0; i < digits; i++) {
            char c = value.charAt(i);
            if (!HexFormat.isHexDigit(c) || (c >= 'A' && c <= 'F')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return value;
    }
}
