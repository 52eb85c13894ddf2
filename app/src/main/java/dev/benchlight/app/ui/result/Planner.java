package dev.benchlight.app.ui.result;

import dev.benchlight.mcp.Content;
import dev.benchlight.mcp.PromptResult;
import dev.benchlight.mcp.ReadResult;
import dev.benchlight.mcp.ResourceContents;
import dev.benchlight.mcp.StructuredContent;
import dev.benchlight.mcp.StructuredContent.Doubt;
import dev.benchlight.mcp.ToolResult;
import dev.benchlight.mcp.rpc.Problems;
import dev.benchlight.render.RenderInput;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides what a result is shown as. Blocks while it decodes and validates, so not for the JavaFX
/// thread; nothing here throws for what a server sent.
final class Planner {
    private static final int PROBLEMS_SHOWN = 20;

    private Planner() {}

    static Plan plan(Request request, JsonNode result, Optional<JsonNode> outputSchema) {
        return switch (request.method()) {
            case "tools/call" ->
                    doubting("/content", result, tool(new ToolResult(result), outputSchema));
            case "prompts/get" -> doubting("/messages", result, prompt(new PromptResult(result)));
            case "resources/read" ->
                    doubting("/contents", result, read(new ReadResult(result), request));
            default -> new Plan(List.of(json("result", result)), List.of());
        };
    }

    /// With a word on each item that is no object, by its JSON pointer.
    private static Plan doubting(String at, JsonNode result, Plan plan) {
        List<Plan.Check> checks = new ArrayList<>();
        JsonNode items = result.at(at);
        for (int i = 0; i < items.size() && checks.size() < PROBLEMS_SHOWN; i++) {
            if (!items.path(i).isObject()) {
                String where = Problems.noObject(at + "/" + i, items.path(i));
                checks.add(new Plan.Check(false, "The result has " + where + "."));
            }
        }
        checks.addAll(plan.checks());
        return new Plan(plan.parts(), checks);
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
        checks.addAll(checked(result, outputSchema));
        if (parts.isEmpty()) {
            checks.add(new Plan.Check(true, "The tool answered with no content."));
        }
        if (result.json().has("_meta")) {
            parts.add(json("_meta", result.json().path("_meta")));
        }
        return new Plan(parts, checks);
    }

    private static List<Plan.Check> checked(ToolResult result, Optional<JsonNode> outputSchema) {
        List<StructuredContent.Finding> findings = StructuredContent.check(result, outputSchema);
        List<Plan.Check> checks = new ArrayList<>();
        boolean compared = outputSchema.isPresent() && result.structuredContent().isPresent();
        if (compared && findings.stream().allMatch(f -> f.doubt() == Doubt.CONTRADICTION)) {
            checks.add(new Plan.Check(true, "The structured content matches the output schema."));
        }
        findings.stream()
                .limit(PROBLEMS_SHOWN)
                .map(f -> new Plan.Check(f.doubt() == Doubt.NOT_CHECKED, sentence(f)))
                .forEach(checks::add);
        return checks;
    }

    private static String sentence(StructuredContent.Finding finding) {
        return switch (finding.doubt()) {
            case MISMATCH -> "Does not match the output schema " + finding.problem();
            case NOT_CHECKED -> "Could not be checked " + finding.problem();
            case MISSING, CONTRADICTION -> capitalised(finding.doubt().sentence()) + ".";
        };
    }

    private static String capitalised(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
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
        if (!contents.json().isObject()) {
            return Blocks.part(new Content.Unknown(contents.json()));
        }
        String mime = contents.mimeType().isEmpty() ? "no type given" : contents.mimeType();
        return new Part(
                contents.uri() + " · " + mime,
                Blocks.contents(contents.uri(), contents),
                Blocks.facts(contents.json()));
    }
}
