package dev.benchlight.render;

import java.util.Locale;

/// A number of bytes for readers: "812 B", "3.1 KB", "9.8 MB" (powers of 1,024).
public final class ByteSize {
    private ByteSize() {}

    public static String of(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double value = bytes / 1024.0;
        String[] units = {"KB", "MB", "GB", "TB"};
        int unit = 0;
        while (value >= 999.95 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
    }
}
