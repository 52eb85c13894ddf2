package dev.benchlight.app.ui.result;

import dev.benchlight.mcp.PromptResult;
import dev.benchlight.mcp.ReadResult;
import dev.benchlight.mcp.ResourceContents;
import dev.benchlight.mcp.ToolResult;
import dev.benchlight.mcp.schema.SchemaProblem;
import dev.benchlight.mcp.schema.SchemaValidator;
import dev.benchlight.render.RenderInput;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides what a result is shown as. Blocks while it decodes and validates, so not for the JavaFX
/// thread; nothing here throws for what a server sent.
final class Planner {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int LONGEST_COMPARED = 1 << 20;
    private static final int PROBLEMS_SHOWN = 20;

    private Planner() {}

    static Plan plan(Request request, JsonNode result, Optional<JsonNode> outputSchema) {
        return switch (request.method()) {
            case "tools/call" -> tool(new ToolResult(result), outputSchema);
            case "prompts/get" -> prompt(new PromptResult(result));
            case "resources/read" -> read(new ReadResult(result), request);
            default -> new Plan(List.of(json("result", result)), List.of());
        };
    }

    private static Part json(String label, JsonNode json) {
        return new Part(label, new RenderInput.Json(label, json), "");
    }

    private static Plan tool(ToolResult result, Optional<JsonNode> outputSchema) {
        List<Part> parts = new ArrayList<>();
        List<Plan.Check> checks = new ArrayList<>();
        result.content().forEach(content -> parts.add(Blocks.part(content)));
        Optional<JsonNode> structured = result.structuredContent();
        structured.ifPresent(json -> parts.add(json("structured content", json)));
        if (outputSchema.isPresent() && structured.isPresent()) {
            checks.addAll(validated(outputSchema.get(), structured.get()));
        } else if (outputSchema.isPresent() && !result.isError()) {
            checks.add(
                    new Plan.Check(
                            false,
                            "The tool declares an output schema but sent no structured content."));
        }
        structured
                .filter(json -> contradicts(json, result))
                .ifPresent(_ ->
                        checks.add(
                                new Plan.Check(
                                        false,
                                        "The JSON in the text content differs from the"
                                                + " structured content.")));
        if (parts.isEmpty()) {
            checks.add(new Plan.Check(true, "The tool answered with no content."));
        }
        if (result.json().has("_meta")) {
            parts.add(json("_meta", result.json().path("_meta")));
        }
        return new Plan(parts, checks);
    }

    private static List<Plan.Check> validated(JsonNode schema, JsonNode value) {
        List<SchemaProblem> problems = SchemaValidator.validate(schema, value);
        if (problems.isEmpty()) {
            return List.of(
                    new Plan.Check(true, "The structured content matches the output schema."));
        }
        return problems.stream()
                .limit(PROBLEMS_SHOWN)
                .map(problem ->
                        new Plan.Check(
                                !problem.checked(),
                                (problem.checked()
                                                ? "Does not match the output schema at "
                                                : "Could not be checked at ")
                                        + (problem.pointer().matches()
                                                ? "the root"
                                                : problem.pointer())
                                        + ": "
                                        + problem.message()))
                .toList();
    }

    /// Whether there is JSON among the texts, but none that says what `structured` says.
    private static boolean contradicts(JsonNode structured, ToolResult result) {
        List<JsonNode> said =
                result.content().stream()
                        .map(content -> content.json().path("text").asString(""))
                        .filter(text -> text.startsWith("{") && text.length() < LONGEST_COMPARED)
                        .flatMap(text -> parsed(text).stream())
                        .toList();
        return !said.isEmpty() && !said.contains(structured);
    }

    private static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.of(MAPPER.readTree(text));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Plan prompt(PromptResult result) {
        List<Part> parts =
                result.messages().stream()
                        .map(message -> {
                            Part part = Blocks.part(message.content());
                            String role = message.role().isEmpty() ? "?" : message.role();
                            return new Part(
                                    role + " · " + part.label(), part.input(), part.facts());
                        })
                        .toList();
        List<Plan.Check> checks =
                parts.isEmpty()
                        ? List.of(new Plan.Check(true, "The prompt has no messages."))
                        : List.of();
        return new Plan(parts, checks);
    }

    private static Plan read(ReadResult result, Request request) {
        List<Part> parts = result.contents().stream().map(Planner::contents).toList();
        String asked = request.params().path("uri").asString("");
        List<Plan.Check> checks = new ArrayList<>();
        if (parts.isEmpty()) {
            checks.add(new Plan.Check(true, "The server answered with no contents."));
        } else if (result.contents().stream().noneMatch(c -> c.uri().equals(asked))) {
            checks.add(new Plan.Check(true, "None of the contents has the URI that was read."));
        }
        return new Plan(parts, checks);
    }

    private static Part contents(ResourceContents contents) {
        String mime = contents.mimeType().isEmpty() ? "no type given" : contents.mimeType();
        return new Part(
                contents.uri() + " · " + mime,
                Blocks.contents(contents.uri(), contents),
                Blocks.facts(contents.json()));
    }
}
