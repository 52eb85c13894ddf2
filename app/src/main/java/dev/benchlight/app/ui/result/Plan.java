package dev.benchlight.app.ui.result;

import java.util.List;

/// What to show of a result, in order.
///
/// @param checks what was found about it, such as whether it matches the output schema
public record Plan(List<Part> parts, List<Check> checks) {
    public Plan {
        parts = List.copyOf(parts);
        checks = List.copyOf(checks);
    }

    /// A sentence about the result.
    public record Check(boolean good, String text) {}
}
