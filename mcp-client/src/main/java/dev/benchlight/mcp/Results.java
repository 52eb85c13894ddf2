package dev.benchlight.mcp;

import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;

import tools.jackson.databind.JsonNode;

import java.util.stream.Collectors;

/// What results come to, and a word on them.
final class Results {
    private static final int SHOWN = 300;

    private Results() {}

    /// Hears what is odd about a result that is taken all the same.
    interface Doubts {
        /// @param code stable and kebab-case
        /// @param message one sentence that holds for all occurrences
        void warning(String code, String message, String sample);
    }

    /// Content may be left out where structured content says it all, which the specification does
    /// not allow, but servers do.
    static Outcome<ToolResult> tool(JsonNode json, Revision revision, Doubts doubts) {
        Shape shape =
                Shape.of("tools/call", json).optional("/isError", JsonNode::isBoolean, "a boolean");
        boolean structuredOnly = !json.has("content") && json.has("structuredContent");
        return (structuredOnly ? shape : shape.objects("/content", doubts))
                .outcome(() -> {
                    if (structuredOnly) {
                        doubts.warning(
                                "no-content",
                                "results of tools have structured content but no content array",
                                "/content");
                    }
                    JsonNode structured = json.path("structuredContent");
                    if (!revision.structuresAnyValue()
                            && !structured.isMissingNode()
                            && !structured.isObject()) {
                        doubts.warning(
                                "bad-structured-content",
                                "structured content of tools is not an object",
                                "/structuredContent");
                    }
                    return outcome(new ToolResult(json));
                });
    }

    private static Outcome<ToolResult> outcome(ToolResult result) {
        if (!result.isError()) {
            return new Outcome.Ok<>(result);
        }
        String said =
                result.content().stream()
                        .map(block -> block instanceof Content.Text text ? text.text() : "")
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse("no text was given");
        String cut = said.length() <= SHOWN ? said : said.substring(0, SHOWN) + "…";
        return new Outcome.ToolError<>(
                result, Problem.of("tool-error", Layer.TOOL, "the tool reported an error: " + cut));
    }

    static Outcome<PromptResult> prompt(JsonNode json, Doubts doubts) {
        return Shape.of("prompts/get", json)
                .objects("/messages", doubts)
                .outcome(() -> new Outcome.Ok<>(new PromptResult(json)));
    }

    static Outcome<ReadResult> read(JsonNode json, Doubts doubts) {
        return Shape.of("resources/read", json)
                .objects("/contents", doubts)
                .outcome(() -> new Outcome.Ok<>(new ReadResult(json)));
    }

    /// A page of a listing. Null stands for an empty one, as a Go server writes it; entries are
    /// looked at one by one, since a bad one leaves the others good.
    static Outcome<JsonNode> page(String method, String field, JsonNode json) {
        return Shape.of(method, json)
                .required("/" + field, list -> list.isArray() || list.isNull(), "an array")
                .outcome(() -> new Outcome.Ok<>(json));
    }

    static String contentSummary(JsonNode result) {
        return result.path("content")
                .valueStream()
                .map(block -> block.path("type").asString("?"))
                .collect(Collectors.joining(", "));
    }

    /// Such as `3 messages`.
    static String count(JsonNode result, String field, String word) {
        int count = result.path(field).size();
        String stem = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return count + " " + stem + (count == 1 ? "" : "s");
    }
}
