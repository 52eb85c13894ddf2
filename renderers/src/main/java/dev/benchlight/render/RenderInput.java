package dev.benchlight.render;

import tools.jackson.databind.JsonNode;

import java.util.OptionalLong;

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

    /// Content that came inside a resource: shown with the URI above the content's best view.
    record Embedded(String name, String uri, RenderInput content) implements RenderInput {}

    /// A pointer to a resource, which is read only when the user asks. Texts may be empty; `size`
    /// is in bytes, as claimed. `json` is the whole block.
    record ResourceLink(
            String name,
            String uri,
            String description,
            String mediaType,
            OptionalLong size,
            JsonNode json)
            implements RenderInput {}

    /// Content whose `type` nobody here knows, or a known one without what it needs (`reason`).
    record Unknown(String name, String type, String reason, JsonNode json) implements RenderInput {}
}
