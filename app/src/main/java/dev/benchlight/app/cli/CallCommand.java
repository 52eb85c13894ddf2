package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.Names;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.Tool;
import dev.benchlight.mcp.ToolResult;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.schema.ArgumentParser;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/// `call`: one tool call. The tool is looked up first, so that texts of `--arg` are converted by
/// its schema, and nothing is sent that the schema refuses; `--unchecked` does without.
record CallCommand(String tool, ObjectNode whole, List<String> texts, boolean unchecked)
        implements SessionCommand {
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
                        : Arguments.object(json, console.directory());
        return new CallCommand(tool, whole, texts, invocation.has("--unchecked"));
    }

    @Override
    public Reply run(SessionRun run, ServerDescription server) throws InputException {
        if (unchecked) {
            return send(run, typed(JsonNodeFactory.instance.objectNode()));
        }
        switch (run.await(run.session().listTools(run.callOptions()))) {
            case Outcome.Ok<Listing<Tool>>(Listing<Tool> listing) -> {
                JsonNode schema = find(listing).inputSchema();
                ObjectNode arguments = typed(schema);
                List<Warning> doubts = CheckedArguments.check(schema, arguments);
                return send(run, arguments).with(doubts);
            }
            case Outcome.Cancelled<Listing<Tool>> cancelled -> {
                return SessionRun.failed(cancelled);
            }
            case Outcome.NotOk<Listing<Tool>> failed -> {
                return notListed(failed);
            }
        }
    }

    private Reply send(SessionRun run, ObjectNode arguments) {
        return run.reply(
                run.session().callTool(tool, arguments, run.callOptions()), CallCommand::reply);
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
                problem.withHint(problem.hint() == null ? hint : problem.hint() + " " + hint));
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

    private static Reply reply(ToolResult result) {
        List<String> parts = new ArrayList<>();
        result.content().forEach(content -> parts.add(ContentText.of(content)));
        result.structuredContent()
                .ifPresent(structured -> parts.add(Visible.text(Printer.pretty(structured))));
        return Reply.done(result.json(), String.join("\n", parts));
    }
}
