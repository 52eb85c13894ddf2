package dev.benchlight.app.cli;

import dev.benchlight.mcp.ReadResult;
import dev.benchlight.mcp.Resource;
import dev.benchlight.mcp.ServerDescription;

/// `read`: one resource.
record ReadCommand(String uri) implements SessionCommand {

    @Override
    public Reply run(SessionRun run, ServerDescription server) {
        Reply reply =
                run.reply(run.session().readResource(uri, run.callOptions()), ReadCommand::reply);
        return Suggestion.with(
                reply,
                run,
                uri,
                () -> run.session().listResources(run.callOptions()),
                Resource::uri);
    }

    private static Reply reply(ReadResult result) {
        String text = String.join("\n", result.contents().stream().map(ContentText::of).toList());
        return Reply.done(result.json(), text);
    }
}
