package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.Prompt;
import dev.benchlight.mcp.PromptResult;
import dev.benchlight.mcp.ServerDescription;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `prompt`: one prompt, filled in by the server.
record PromptCommand(String name, Map<String, String> arguments) implements SessionCommand {

    static PromptCommand of(Invocation invocation, List<String> words) throws InputException {
        return new PromptCommand(
                SessionCommand.one(words, "prompt", "NAME"),
                Arguments.pairs(invocation.values("--arg")));
    }

    @Override
    public Reply run(SessionRun run, ServerDescription server) {
        Reply reply =
                run.reply(
                        run.session().getPrompt(name, arguments, run.callOptions()),
                        PromptCommand::reply);
        return Suggestion.with(
                reply, run, name, () -> run.session().listPrompts(run.callOptions()), Prompt::name);
    }

    private static Reply reply(PromptResult result) {
        List<String> parts = new ArrayList<>();
        for (PromptResult.Message message : result.messages()) {
            String role = message.role().isEmpty() ? "?" : Visible.line(message.role());
            parts.add(role + ": " + ContentText.of(message.content()));
        }
        return Reply.done(result.json(), String.join("\n\n", parts));
    }
}
