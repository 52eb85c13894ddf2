package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.Names;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.Tool;
import dev.benchlight.mcp.ToolResult;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.schema.ArgumentParser;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/// `call`: one tool call. The tool is looked up first, so that texts of `--arg` are converted by
/// its schema, and nothing is sent that the schema refuses.
record CallCommand(String tool, ObjectNode whole, List<String> texts) implements SessionCommand {

    static CallCommand of(Invocation invocation, List<String> words, Console console)
            throws InputException {
        String tool = SessionCommand.one(words, "call", "TOOL");
        List<String> texts = invocation.values("--arg");
        Arguments.pairs(texts);
        String json = invocation.value("--args");
        ObjectNode whole =
                json == null
                        ? JsonMapper.shared().createObjectNode()
                        : Arguments.object(json, console.directory());
        return new CallCommand(tool, whole, texts);
    }

    @Override
    public Reply run(SessionRun run, ServerDescription server) throws InputException {
        Listing<Tool> listing;
        switch (run.await(run.session().listTools(run.callOptions()))) {
            case Outcome.Ok<Listing<Tool>>(Listing<Tool> listed) -> listing = listed;
            case Outcome.NotOk<Listing<Tool>> failed -> {
                return SessionRun.failed(failed);
            }
        }
        JsonNode schema = find(listing).inputSchema();
        ObjectNode arguments = typed(schema);
        List<Warning> unchecked = CheckedArguments.check(schema, arguments);
        return run.reply(
                        run.session().callTool(tool, arguments, run.callOptions()),
                        CallCommand::reply)
                .with(unchecked);
    }

    private Tool find(Listing<Tool> listing) throws InputException {
        return listing.items().stream()
                .filter(item -> item.name().equals(tool))
                .findFirst()
                .orElseThrow(() ->
                        new InputException(
                                "unknown-tool",
                                "The server has no tool " + Visible.line(tool) + ".",
                                Names.hint(
                                        tool, listing.items().stream().map(Tool::name).toList())));
    }

    private ObjectNode typed(JsonNode schema) throws InputException {
        return switch (ArgumentParser.parse(schema, texts)) {
            case ArgumentParser.Parsed.Refused(var problem) -> throw new InputException(problem);
            case ArgumentParser.Parsed.Unknown(var name, var known) ->
                    throw new InputException(
                            "bad-argument",
                            "There is no argument " + Visible.line(name) + ".",
                            known.isEmpty()
                                    ? "The tool takes no arguments."
                                    : Names.hint(name, known));
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
