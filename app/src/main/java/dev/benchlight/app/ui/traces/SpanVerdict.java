package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.trace.SpanStatus;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// How a span ended, in a word, an icon and a colour's style class.
public record SpanVerdict(String word, Feather icon, String style) {
    private static final SpanVerdict STRAY = new SpanVerdict("Ignored", Feather.SLASH, "muted");
    private static final SpanVerdict RUNNING = new SpanVerdict("Running", Feather.LOADER, "accent");

    static SpanVerdict of(TraceRow row) {
        return RowText.isStray(row) ? STRAY : of(row.status());
    }

    /// @param status null while the span runs
    public static SpanVerdict of(@Nullable SpanStatus status) {
        return status == null ? RUNNING : ended(status);
    }

    private static SpanVerdict ended(SpanStatus status) {
        return switch (status) {
            case OK -> new SpanVerdict("OK", Feather.CHECK_CIRCLE, "good");
            case TOOL_ERROR -> new SpanVerdict("Tool error", Feather.ALERT_TRIANGLE, "warning");
            case RPC_ERROR -> new SpanVerdict("RPC error", Feather.X_CIRCLE, "bad");
            case PROTOCOL_VIOLATION ->
                    new SpanVerdict("Protocol violation", Feather.X_CIRCLE, "bad");
            case TRANSPORT_ERROR -> new SpanVerdict("Transport error", Feather.X_CIRCLE, "bad");
            case AUTH_REQUIRED -> new SpanVerdict("Authorisation needed", Feather.LOCK, "warning");
            case TIMED_OUT -> new SpanVerdict("Timed out", Feather.CLOCK, "bad");
            case CANCELLED -> new SpanVerdict("Cancelled", Feather.SLASH, "muted");
            case LIMIT_REACHED ->
                    new SpanVerdict("Limit reached", Feather.ALERT_OCTAGON, "warning");
            case INTERRUPTED -> new SpanVerdict("Interrupted", Feather.ZAP_OFF, "muted");
        };
    }
}
