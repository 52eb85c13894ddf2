package dev.benchlight.app.ui.traces;

import dev.benchlight.app.traces.RowSearch;
import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanStatus;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A row's fields in words.
final class RowText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    private RowText() {}

    static String time(Instant at) {
        return TIME.format(at);
    }

    static String kind(TraceRow row) {
        return kind(RowSearch.State.of(row));
    }

    static String kind(RowSearch.State state) {
        return switch (state.kind()) {
            case CONNECT -> "connect";
            case REQUEST -> "request";
            case NOTIFICATION -> "notification";
            case SERVER_REQUEST -> "server request";
            case SERVER_NOTIFICATION -> "server notification";
            case AUTHORIZATION -> "authorization";
            case VIOLATION -> isStray(state) ? "stray message" : "violation";
        };
    }

    /// Whether it is a message that came after nobody waited for it any longer, which no rule
    /// forbids: an answer that met our cancellation on its way.
    static boolean isStray(TraceRow row) {
        return isStray(RowSearch.State.of(row));
    }

    static boolean isStray(RowSearch.State state) {
        return state.kind() == SpanKind.VIOLATION && state.status() == SpanStatus.OK;
    }

    static String status(TraceRow row) {
        return status(RowSearch.State.of(row));
    }

    static String status(RowSearch.State state) {
        return isStray(state) ? "ignored" : status(state.status());
    }

    private static String status(@Nullable SpanStatus status) {
        return switch (status) {
            case null -> "running";
            case OK -> "OK";
            case TOOL_ERROR -> "tool error";
            case RPC_ERROR -> "RPC error";
            case PROTOCOL_VIOLATION -> "protocol violation";
            case TRANSPORT_ERROR -> "transport error";
            case AUTH_REQUIRED -> "auth required";
            case TIMED_OUT -> "timed out";
            case CANCELLED -> "cancelled";
            case LIMIT_REACHED -> "limit reached";
            case INTERRUPTED -> "interrupted";
        };
    }

    /// How long it took; nobody knows how long what the end of the program interrupted would have.
    static String latency(TraceRow row) {
        if (row.duration() != null) {
            return duration(row.duration());
        }
        return row.status() == null ? "…" : "–";
    }

    /// Three digits that mean something: `0.42 ms`, `41.7 ms`, `684 ms`, `12.3 s`, `4 min 05 s`.
    static String duration(@Nullable Duration duration) {
        if (duration == null) {
            return "";
        }
        double ms = duration.toNanos() / 1e6;
        if (ms >= 99_950) {
            long seconds = Math.round(ms / 1000);
            return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
        }
        if (ms >= 999.5) {
            return String.format(Locale.ROOT, ms < 9_995 ? "%.2f s" : "%.1f s", ms / 1000);
        }
        String format = ms < 9.995 ? "%.2f ms" : ms < 99.95 ? "%.1f ms" : "%.0f ms";
        return String.format(Locale.ROOT, format, ms);
    }

    /// Empty where nothing went over the wire.
    static String size(long bytes) {
        if (bytes <= 0) {
            return "";
        }
        if (bytes < 1_024) {
            return bytes + " B";
        }
        double kilo = bytes / 1_024.0;
        return kilo < 1_000
                ? String.format(Locale.ROOT, "%.1f KB", kilo)
                : String.format(Locale.ROOT, "%.1f MB", kilo / 1_024);
    }

    /// Text of a server's on one line, with what can't be seen made visible.
    static String line(String text) {
        return text.replaceAll("\\R+|\\t", " ").replaceAll("[\\p{Cc}\\p{Cf}&&[^\\u200d]]", "�");
    }

    /// All fields, with tabs between them, to paste into a sheet or an issue.
    static String copied(TraceRow row) {
        return String.join(
                "\t",
                time(row.started()),
                kind(row),
                line(row.method()),
                line(row.name()),
                line(row.where()),
                status(row),
                duration(row.duration()),
                size(row.bytesSent()),
                size(row.bytesReceived()),
                line(row.summary()));
    }
}
