package dev.benchlight.app.doctor;

import org.jspecify.annotations.Nullable;

/// Something about a server that should be mended, looked at, or known.
///
/// @param code stable and kebab-case, such as `bidi-text`
/// @param message what is wrong with the place, as the rest of a sentence that begins with it;
///   nothing in it is hidden
/// @param hint what to do about it, one sentence, or null
public record Finding(
        String code, Severity severity, Place where, String message, @Nullable String hint) {

    public Finding(String code, Severity severity, Place where, String message) {
        this(code, severity, where, message, null);
    }

    /// Place and message.
    public String sentence() {
        return where.words() + " " + message;
    }
}
