package dev.benchlight.mcp.rpc;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/// What went wrong, said once for people and once for machines.
///
/// @param code stable and kebab-case, such as `server-exited`
/// @param message one sentence with the cause; no stack trace
/// @param hint what to try, or null where nothing can be said
/// @param details facts such as `exitCode`, `status`, `body`, `stderr`, or null
public record Problem(
        String code,
        Layer layer,
        String message,
        @Nullable String hint,
        @Nullable JsonNode details) {

    /// With the hint that is usual for its code, if there is one.
    public static Problem of(String code, Layer layer, String message) {
        return new Problem(code, layer, message, Hints.of(code), null);
    }

    public Problem withHint(String newHint) {
        return new Problem(code, layer, message, newHint, details);
    }

    public Problem withDetails(JsonNode newDetails) {
        return new Problem(code, layer, message, hint, newDetails);
    }
}
