package dev.benchlight.app.ui.fx;

import java.time.Duration;
import java.util.Locale;

/// Quantities in few characters, for readers.
public final class Quantity {
    private Quantity() {}

    /// A duration: "0.42 ms", "42 ms", "1.25 s", "2 min 5 s".
    public static String duration(Duration duration) {
        long millis = Math.round(duration.toNanos() / 1e6);
        if (millis < 10 && duration.toNanos() % 1_000_000 != 0) {
            return String.format(Locale.ROOT, "%.2f ms", duration.toNanos() / 1e6);
        }
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.2f s", millis / 1_000.0);
        }
        return millis / 60_000 + " min " + millis / 1_000 % 60 + " s";
    }

    /// A number of bytes: "812 B", "3.1 KB", "9.8 MB".
    public static String bytes(long bytes) {
        if (bytes < 1_024) {
            return bytes + " B";
        }
        double kilo = bytes / 1_024.0;
        return kilo < 1_000
                ? String.format(Locale.ROOT, "%.1f KB", kilo)
                : String.format(Locale.ROOT, "%.1f MB", kilo / 1_024);
    }
}
