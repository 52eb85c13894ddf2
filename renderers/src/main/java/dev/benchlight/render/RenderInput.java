package dev.benchlight.render;

import tools.jackson.databind.JsonNode;

/// Something to show. Immutable; arrays and trees are not to be modified.
public sealed interface RenderInput {
    /// A short name for titles and for saving, or an empty string.
    String name();

    /// Text with the media type it was declared as, or an empty string.
    record Text(String name, String mediaType, String text) implements RenderInput {}

    /// Bytes with the media type they were declared as, which may be wrong or empty.
    record Bytes(
            String name, String mediaType, @SuppressWarnings("ArrayRecordComponent") byte[] bytes)
            implements RenderInput {}

    record Json(String name, JsonNode json) implements RenderInput {}
}
