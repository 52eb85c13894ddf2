package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.Names;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.StructuredContent;
import dev.benchlight.mcp.Tool;
import dev.benchlight.mcp.ToolResult;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.schema.ArgumentParser;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `call`: one tool call. The tool is looked up first, so that texts of `--arg` are converted by
/// its schema, and nothing is sent that the schema refuses; `--unchecked` does without.
record CallCommand(
        String tool, ObjectNode whole, List<String> texts, boolean unchecked, boolean asTask)
        implements SessionCommand {
    private static final int MOST_SHOWN = 5;
    private static final String ANYWAY = "Add --unchecked to send it all the same.";

    static CallCommand of(Invocation invocation, List<String> words, Console console)
            throws InputException {
        String tool = SessionCommand.one(words, "call", "TOOL");
        List<String> texts = invocation.values("--arg");
        Arguments.pairs(texts);
        String json = invocation.value("--args");
        ObjectNode whole =
                json == null
                        ? JsonNodeFactory.instance.objectNode()
                        : Arguments.object("--args", json, console.directory());
        return new CallCommand(
                tool, whole, texts, invocation.has("--unchecked"), invocation.has("--task"));
    }

    @Override
    public Reply run(SessionRun run, ServerDescription server) throws InputException {
        if (unchecked) {
            return send(run, typed(JsonNodeFactory.instance.objectNode()), Optional.empty());
        }
        switch (run.await(run.session().listTools(run.callOptions()))) {
            case Outcome.Ok<Listing<Tool>>(Listing<Tool> listing) -> {
                return listed(run, listing).with(faults(listing));
            }
            case Outcome.Cancelled<Listing<Tool>> cancelled -> {
                return SessionRun.failed(cancelled);
            }
            case Outcome.NotOk<Listing<Tool>> failed -> {
                return notListed(failed);
            }
        }
    }

    private Reply listed(SessionRun run, Listing<Tool> listing) {
        try {
            Tool found = find(listing);
            if (asTask && !run.session().tasks().mayBeTask(tool)) {
                throw noTask(found);
            }
            ObjectNode arguments = typed(found.inputSchema());
            List<Warning> doubts = new ArrayList<>(sameName(listing));
            doubts.addAll(CheckedArguments.check(found.inputSchema(), arguments));
            return send(run, arguments, found.outputSchema()).with(doubts);
        } catch (InputException e) {
            return Reply.failed(e.problem());
        }
    }

    private Reply send(SessionRun run, ObjectNode arguments, Optional<JsonNode> outputSchema) {
        Call<ToolResult> call =
                asTask
                        ? run.session().callAsTask(tool, arguments, run.callOptions())
                        : run.session().callTool(tool, arguments, run.callOptions());
        return run.reply(call, result -> reply(tool, result, outputSchema));
    }

    private InputException noTask(Tool found) {
        boolean said = found.json().at("/execution/taskSupport").isString();
        return new InputException(
                "no-task",
                "The tool " + Visible.line(tool) + " cannot be called as a task.",
                said
                        ? "Since 2026-07-28 the server alone decides; before, it must declare"
                                + " tasks.requests.tools.call."
                        : "It does not say so under execution.taskSupport. " + ANYWAY);
    }

    /// What is wrong with the list; that the tool stands there twice is said by itself.
    private List<Warning> faults(Listing<Tool> listing) {
        long times = times(listing);
        return Listings.faults(listing, "tools").stream()
                .filter(fault -> !fault.code().equals("duplicate-entry") || fault.count() >= times)
                .toList();
    }

    private long times(Listing<Tool> listing) {
        return listing.items().stream().filter(t -> t.name().equals(tool)).count();
    }

    private List<Warning> sameName(Listing<Tool> listing) {
        long times = times(listing);
        if (times < 2) {
            return List.of();
        }
        return List.of(
                new Warning(
                        "same-name",
                        "The list has "
                                + times
                                + " tools named "
                                + tool
                                + "; the arguments were read by the schema of the first, and the"
                                + " server decides which of them runs.",
                        1,
                        List.of()));
    }

    private Tool find(Listing<Tool> listing) throws InputException {
        List<String> names = listing.items().stream().map(Tool::name).toList();
        int at = names.indexOf(tool);
        if (at >= 0) {
            return listing.items().get(at);
        }
        String where = listing.complete() ? "The server" : "What could be listed of the server";
        throw new InputException(
                "unknown-tool",
                where + " has no tool " + Visible.line(tool) + ".",
                Names.hint(tool, names) + " " + ANYWAY);
    }

    private static Reply notListed(Outcome.NotOk<Listing<Tool>> failed) {
        Problem problem = failed.problem();
        String hint = "The tools are listed before a call; --unchecked leaves that out.";
        return Reply.failed(
                Exit.of(failed),
                problem.withHint(
                        problem.hint() == null
                                ? hint
                                : problem.hint().replaceFirst("\\.?$", ". ") + hint));
    }

    private ObjectNode typed(JsonNode schema) throws InputException {
        return switch (ArgumentParser.parse(schema, texts)) {
            case ArgumentParser.Parsed.Refused(var problem) -> throw new InputException(problem);
            case ArgumentParser.Parsed.Unknown(var name, var known) ->
                    throw new InputException(
                            "bad-argument",
                            CheckedArguments.none(name, known),
                            known.isEmpty()
                                    ? "The tool takes no arguments."
                                    : Names.hint(name, known) + " " + ANYWAY);
            case ArgumentParser.Parsed.Arguments(ObjectNode value) -> {
                ObjectNode merged = whole.deepCopy();
                merged.setAll(value);
                yield merged;
            }
        };
    }

    /// @param tool its name, for a sentence
    static Reply reply(String tool, ToolResult result, Optional<JsonNode> outputSchema) {
        List<String> parts = new ArrayList<>();
        result.content().forEach(content -> parts.add(ContentText.of(content)));
        result.structuredContent()
                .filter(_ -> !StructuredContent.isSaidInText(result))
                .ifPresent(structured -> parts.add(Visible.text(Printer.pretty(structured))));
        String text = String.join("\n", parts);
        Reply reply = Reply.done(result.json(), text).with(doubts(result, outputSchema));
        return text.isBlank() ? reply : reply.inBrief("The tool " + tool + " reported an error.");
    }

    private static List<Warning> doubts(ToolResult result, Optional<JsonNode> outputSchema) {
        Map<StructuredContent.Doubt, List<String>> doubts =
                new EnumMap<>(StructuredContent.Doubt.class);
        StructuredContent.check(result, outputSchema)
                .forEach(finding ->
                        doubts.computeIfAbsent(finding.doubt(), _ -> new ArrayList<>())
                                .add(finding.problem()));
        List<Warning> warnings = new ArrayList<>();
        doubts.forEach((doubt, problems) ->
                warnings.add(
                        new Warning(
                                doubt.code(),
                                doubt.sentence(),
                                problems.size(),
                                problems.stream()
                                        .filter(problem -> !problem.isEmpty())
                                        .limit(MOST_SHOWN)
                                        .toList())));
        return warnings;
    }
}
