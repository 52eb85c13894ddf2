package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.Names;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.Tool;
import dev.benchlight.mcp.ToolResult;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.schema.ArgumentParser;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `call`: one tool call. Texts of `--arg` are converted by the tool's schema, so it is listed
/// first; an object of `--args` alone is sent as it is.
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
        ObjectNode arguments = whole;
        if (!texts.isEmpty()) {
            switch (run.await(run.session().listTools(run.callOptions()))) {
                case Outcome.Ok<Listing<Tool>>(Listing<Tool> listing) -> arguments = typed(listing);
                case Outcome.NotOk<Listing<Tool>> failed -> {
                    return SessionRun.failed(failed);
                }
            }
        }
        return run.reply(
                run.session().callTool(tool, arguments, run.callOptions()), CallCommand::reply);
    }

    private ObjectNode typed(Listing<Tool> listing) throws InputException {
        Optional<Tool> found =
                listing.items().stream().filter(item -> item.name().equals(tool)).findFirst();
        if (found.isEmpty()) {
            throw new InputException(
                    "unknown-tool",
                    "The server has no tool " + Visible.line(tool) + ".",
                    Names.hint(tool, listing.items().stream().map(Tool::name).toList()));
        }
        return switch (ArgumentParser.parse(found.get().inputSchema(), texts)) {
            case ArgumentParser.Parsed.Refused(var problem) -> throw new InputException(problem);
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
