package dev.benchlight.app.ui.result;

import dev.benchlight.mcp.rpc.Outcome;

import org.kordamp.ikonli.feather.Feather;

import java.time.Duration;
import java.util.Locale;

/// An outcome in a word, an icon and a colour's style class.
record Verdict(String word, Feather icon, String style) {
    static Verdict of(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Ok<?> _ -> new Verdict("OK", Feather.CHECK_CIRCLE, "good");
            case Outcome.ToolError<?> _ ->
                    new Verdict("Tool error", Feather.ALERT_TRIANGLE, "warning");
            case Outcome.RpcError<?> error ->
                    new Verdict("RPC error " + error.code(), Feather.X_CIRCLE, "bad");
            case Outcome.ProtocolViolation<?> _ ->
                    new Verdict("Protocol violation", Feather.X_CIRCLE, "bad");
            case Outcome.TransportError<?> _ ->
                    new Verdict("Transport error", Feather.X_CIRCLE, "bad");
            case Outcome.AuthRequired<?> _ ->
                    new Verdict("Authorisation needed", Feather.LOCK, "warning");
            case Outcome.TimedOut<?> _ -> new Verdict("Timed out", Feather.CLOCK, "bad");
            case Outcome.Cancelled<?> _ -> new Verdict("Cancelled", Feather.SLASH, "muted");
            case Outcome.LimitReached<?> _ ->
                    new Verdict("Limit reached", Feather.ALERT_OCTAGON, "warning");
        };
    }

    /// A duration for readers: "42 ms", "1.25 s", "2 min 5 s".
    static String readable(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.2f s", millis / 1_000.0);
        }
        return millis / 60_000 + " min " + millis / 1_000 % 60 + " s";
    }

    /// A number of bytes for readers: "812 B", "3.1 KB", "9.8 MB".
    static String readable(long bytes) {
        if (bytes < 1_024) {
            return bytes + " B";
        }
        double kilo = bytes / 1_024.0;
        return kilo < 1_000
                ? String.format(Locale.ROOT, "%.1f KB", kilo)
                : String.format(Locale.ROOT, "%.1f MB", kilo / 1_024);
    }
}
