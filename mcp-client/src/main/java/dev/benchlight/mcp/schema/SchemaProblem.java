package dev.benchlight.mcp.schema;

import tools.jackson.core.JsonPointer;

/// One thing a value does not satisfy, or that could not be checked.
///
/// @param pointer where in the value; for a missing member, where it would stand
/// @param message what was expected and what came, in one sentence
/// @param checked false if the schema could not be applied here (too costly, broken, not fetched):
///   that is neither a pass nor a refusal of the value
public record SchemaProblem(JsonPointer pointer, String message, boolean checked) {
    public static SchemaProblem invalid(JsonPointer pointer, String message) {
        return new SchemaProblem(pointer, message, true);
    }

    public static SchemaProblem unchecked(JsonPointer pointer, String message) {
        return new SchemaProblem(pointer, message, false);
    }
}
