package dev.benchlight.llm;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// A part of a message, in terms that every provider's wire format can be mapped to. What no other
/// case fits is kept as [Unknown], so that nothing a provider sends is lost.
public sealed interface ContentPart {

    record Text(String text) implements ContentPart {}

    /// An image by its bytes.
    ///
    /// @param data base64
    record Image(String mediaType, String data) implements ContentPart {}

    /// What a model said of its thinking; a signature or other extras stay in `json`.
    record Reasoning(String text, JsonNode json) implements ContentPart {}

    /// The model asks for a tool to be called.
    ///
    /// @param arguments the argument text exactly as the model wrote it, which need not be JSON
    record ToolUse(String id, String name, String arguments) implements ContentPart {}

    /// The answer to the [ToolUse] of the same id.
    record ToolResult(String id, List<ContentPart> content, boolean error) implements ContentPart {
        public ToolResult {
            content = List.copyOf(content);
        }
    }

    record Unknown(JsonNode json) implements ContentPart {}
}
