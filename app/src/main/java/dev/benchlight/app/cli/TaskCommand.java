package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.ToolResult;
import dev.benchlight.mcp.tasks.Task;

import java.util.List;
import java.util.Optional;

/// `task`: a task of an earlier call, by its id.
record TaskCommand(String id, boolean cancel) implements SessionCommand {
    static TaskCommand of(Invocation invocation, List<String> words) throws InputException {
        return new TaskCommand(SessionCommand.one(words, "task", "ID"), invocation.has("--cancel"));
    }

    @Override
    public Reply run(SessionRun run, ServerDescription server) {
        if (cancel) {
            String done = "The server was told to cancel task " + Task.shortened(id) + ".";
            return run.reply(
                    run.session().tasks().cancel(id, run.callOptions()),
                    json -> Reply.done(json, Visible.line(done)));
        }
        return run.reply(
                run.session().tasks().resume(id, run.callOptions()),
                json -> CallCommand.reply("of the task", new ToolResult(json), Optional.empty()));
    }
}
