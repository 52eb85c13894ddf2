package dev.benchlight.mcp.tasks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Where a task stands ("Task Status"; the same in both kinds of tasks).
public enum TaskStatus {
    WORKING,
    /// The server waits for something that it asked of the client.
    INPUT_REQUIRED,
    COMPLETED,
    FAILED,
    CANCELLED,
    /// A word that the specification does not have.
    UNKNOWN;

    /// As it stands on the wire, such as `input_required`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether nothing comes after it.
    public boolean isFinal() {
        return this == COMPLETED || this == FAILED || this == CANCELLED;
    }

    public static TaskStatus of(String word) {
        return known().stream()
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /// Those that the specification has.
    public static List<TaskStatus> known() {
        return Arrays.stream(values()).filter(status -> status != UNKNOWN).toList();
    }
}
