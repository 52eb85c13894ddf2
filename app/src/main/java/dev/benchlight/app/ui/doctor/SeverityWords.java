package dev.benchlight.app.ui.doctor;

import dev.benchlight.app.doctor.Severity;

/// What people read of a severity.
final class SeverityWords {
    private SeverityWords() {}

    static String one(Severity severity) {
        return switch (severity) {
            case ERROR -> "Error";
            case WARNING -> "Warning";
            case LOOK_AT -> "Look at";
            case NOTE -> "Note";
        };
    }

    static String many(Severity severity) {
        return switch (severity) {
            case ERROR -> "Errors";
            case WARNING -> "Warnings";
            case LOOK_AT -> "To look at";
            case NOTE -> "Notes";
        };
    }

    /// Such as `2 warnings`.
    static String counted(Severity severity, long count) {
        boolean single = count == 1;
        return count
                + switch (severity) {
                    case ERROR -> single ? " error" : " errors";
                    case WARNING -> single ? " warning" : " warnings";
                    case LOOK_AT -> " to look at";
                    case NOTE -> single ? " note" : " notes";
                };
    }

    static String style(Severity severity) {
        return switch (severity) {
            case ERROR -> "danger";
            case WARNING, LOOK_AT -> "warning";
            case NOTE -> "text-muted";
        };
    }
}
