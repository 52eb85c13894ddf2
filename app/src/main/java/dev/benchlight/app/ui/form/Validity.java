package dev.benchlight.app.ui.form;

import dev.benchlight.mcp.schema.SchemaProblem;

import java.util.List;

/// How the arguments stand against their schema.
public sealed interface Validity {
    /// A check is under way, or about to be.
    record Checking() implements Validity {}

    /// The text is not one JSON document.
    ///
    /// @param offset where it fails, in characters from the start
    record NotJson(String message, int offset) implements Validity {}

    /// The check is done. Problems with `checked() == false` are shown but do not forbid to send.
    record Checked(List<SchemaProblem> problems) implements Validity {}

    /// Whether these arguments may be sent.
    default boolean sendable() {
        return this instanceof Checked(List<SchemaProblem> problems)
                && problems.stream().noneMatch(SchemaProblem::checked);
    }
}
