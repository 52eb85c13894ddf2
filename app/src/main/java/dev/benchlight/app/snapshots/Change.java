package dev.benchlight.app.snapshots;

import dev.benchlight.app.doctor.Place;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/// One thing that is not as it was.
///
/// @param message the rest of a sentence that begins with the place; nothing in it is hidden
/// @param before what stood there, or null
/// @param after what stands there now, or null
public record Change(
        Impact impact,
        Place where,
        String message,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {

    /// Place and message.
    public String sentence() {
        return where.words() + " " + message;
    }
}
