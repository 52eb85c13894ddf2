package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.rpc.Outcome;

import java.util.List;

/// A command that talks to a server. Made, and its words checked, before anything is started.
interface SessionCommand {
    /// @param words those behind the target
    static SessionCommand of(Invocation invocation, List<String> words, Console console)
            throws InputException {
        return switch (invocation.command()) {
            case "list" -> ListCommand.of(words);
            case "call" -> CallCommand.of(invocation, words, console);
            case "task" -> TaskCommand.of(invocation, words);
            case "prompt" -> PromptCommand.of(invocation, words);
            case "read" -> new ReadCommand(one(words, "read", "URI"));
            case "inspect" -> {
                if (!words.isEmpty()) {
                    throw tooMany("inspect", words.getFirst());
                }
                yield new InspectCommand(InspectOptions.of(invocation));
            }
            default -> throw new IllegalArgumentException(invocation.command());
        };
    }

    Reply run(SessionRun run, ServerDescription server) throws InputException;

    /// What to say when there is no connection.
    default Reply notConnected(SessionRun run, Outcome.NotOk<ServerDescription> failed) {
        return SessionRun.failed(failed);
    }

    /// The one word a command needs.
    static String one(List<String> words, String command, String what) throws InputException {
        if (words.isEmpty()) {
            throw new InputException(
                    "usage",
                    "The command " + command + " needs a " + what + " behind the TARGET.",
                    "See: benchlight " + command + " --help");
        }
        if (words.size() > 1) {
            throw tooMany(command, words.get(1));
        }
        return words.getFirst();
    }

    static InputException tooMany(String command, String word) {
        return new InputException(
                "usage",
                "The command " + command + " has no use for: " + Visible.line(word) + ".",
                "See: benchlight " + command.replaceFirst(" .*", "") + " --help");
    }
}
