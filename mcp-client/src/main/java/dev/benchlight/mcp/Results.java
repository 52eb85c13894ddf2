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

    static Outcome<ToolResult> tool(JsonNode json) {
        ToolResult result = new ToolResult(json);
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
