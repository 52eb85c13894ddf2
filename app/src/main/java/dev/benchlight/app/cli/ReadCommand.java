package dev.benchlight.app.cli;

import dev.benchlight.app.apps.AppLint;
import dev.benchlight.app.apps.AppPage;
import dev.benchlight.mcp.ReadResult;
import dev.benchlight.mcp.Resource;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.Warning;

import java.util.List;

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
        return Reply.done(result.json(), text).with(findings(result));
    }

    /// What is wrong with a page, where it is one of an app.
    private static List<Warning> findings(ReadResult result) {
        return AppPage.in(result.json()).map(AppLint::of).orElse(List.of()).stream()
                .map(found -> new Warning(found.code(), found.message(), 1, List.of()))
                .toList();
    }
}
