package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStatus;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.util.Set;

/// How a row's fields look: icons, and style classes that stand for colours.
final class Cells {
    /// Every style class that stands for a colour.
    static final Set<String> TONES =
            Set.of("trace-running", "trace-ok", "trace-muted", "trace-warning", "trace-bad");

    private Cells() {}

    static Feather icon(SpanKind kind) {
        return switch (kind) {
            case CONNECT -> Feather.LINK;
            case REQUEST -> Feather.ARROW_UP_RIGHT;
            case NOTIFICATION -> Feather.BELL;
            case SERVER_REQUEST -> Feather.ARROW_DOWN_LEFT;
            case SERVER_NOTIFICATION -> Feather.RADIO;
            case AUTHORIZATION -> Feather.KEY;
            case VIOLATION -> Feather.ALERT_OCTAGON;
        };
    }

    /// The icon of its status.
    static Feather icon(TraceRow row) {
        return RowText.isStray(row) ? Feather.SLASH : icon(row.status());
    }

    private static Feather icon(@Nullable SpanStatus status) {
        return switch (status) {
            case null -> Feather.LOADER;
            case OK -> Feather.CHECK_CIRCLE;
            case TOOL_ERROR -> Feather.ALERT_TRIANGLE;
            case RPC_ERROR, PROTOCOL_VIOLATION, TRANSPORT_ERROR -> Feather.X_CIRCLE;
            case AUTH_REQUIRED -> Feather.LOCK;
            case TIMED_OUT -> Feather.CLOCK;
            case CANCELLED, INTERRUPTED -> Feather.SLASH;
            case LIMIT_REACHED -> Feather.ALERT_OCTAGON;
        };
    }

    /// One of [#TONES].
    static String tone(TraceRow row) {
        if (RowText.isStray(row)) {
            return "trace-muted";
        }
        return row.kind() == SpanKind.VIOLATION ? "trace-bad" : tone(row.status());
    }

    private static String tone(@Nullable SpanStatus status) {
        return switch (status) {
            case null -> "trace-running";
            case OK -> "trace-ok";
            case CANCELLED, INTERRUPTED -> "trace-muted";
            case TOOL_ERROR, AUTH_REQUIRED, LIMIT_REACHED -> "trace-warning";
            case RPC_ERROR, PROTOCOL_VIOLATION, TRANSPORT_ERROR, TIMED_OUT -> "trace-bad";
        };
    }
}
