package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.Prompt;
import dev.benchlight.mcp.PromptResult;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// `prompt`: one prompt, filled in by the server. Where the server lists it, it is not asked for
/// without an argument that it requires; `--unchecked` does without the list.
record PromptCommand(String name, Map<String, String> arguments, boolean unchecked)
        implements SessionCommand {

    static PromptCommand of(Invocation invocation, List<String> words) throws InputException {
        return new PromptCommand(
                SessionCommand.one(words, "prompt", "NAME"),
                Arguments.pairs(invocation.values("--arg")),
                invocation.has("--unchecked"));
    }

    @Override
    public Reply run(SessionRun run, ServerDescription server) {
        if (unchecked || !server.has("prompts")) {
            return send(run);
        }
        return switch (run.await(run.session().listPrompts(run.callOptions()))) {
            case Outcome.Ok<Listing<Prompt>>(Listing<Prompt> listing) ->
                    listed(run, listing).with(Listings.faults(listing, "prompts"));
            case Outcome.Cancelled<Listing<Prompt>> cancelled -> SessionRun.failed(cancelled);
            case Outcome.NotOk<Listing<Prompt>> failed ->
                    send(run)
                            .with(
                                    List.of(
                                            new Warning(
                                                    "arguments-not-checked",
                                                    "The arguments were not checked, since the"
                                                            + " prompts could not be listed: "
                                                            + failed.problem().message(),
                                                    1,
                                                    List.of())));
        };
    }

    /// A server may know a prompt that it does not list.
    private Reply listed(SessionRun run, Listing<Prompt> listing) {
        Prompt found =
                listing.items().stream()
                        .filter(prompt -> prompt.name().equals(name))
                        .findFirst()
                        .orElse(null);
        if (found == null) {
            return send(run);
        }
        List<String> missing =
                found.arguments().stream()
                        .filter(Prompt.Argument::required)
                        .map(Prompt.Argument::name)
                        .filter(argument -> !arguments.containsKey(argument))
                        .toList();
        return missing.isEmpty()
                ? send(run).with(unnamed(found))
                : Reply.failed(missing(missing, found));
    }

    private Problem missing(List<String> missing, Prompt found) {
        List<Warning> typos = unnamed(found);
        String one = missing.size() == 1 ? "argument " : "arguments ";
        return Problem.of(
                        "missing-argument",
                        Layer.INPUT,
                        "The prompt "
                                + Visible.line(name)
                                + " requires the "
                                + one
                                + Visible.line(String.join(", ", missing))
                                + "."
                                + typos.stream()
                                        .map(typo -> " " + typo.message())
                                        .collect(Collectors.joining()))
                .withHint(
                        "Nothing was sent. Add --arg "
                                + Visible.line(missing.getFirst())
                                + "=VALUE, or --unchecked to send it all the same.");
    }

    /// Arguments that the prompt does not name, which may be slips.
    private List<Warning> unnamed(Prompt found) {
        List<String> known = found.arguments().stream().map(Prompt.Argument::name).toList();
        return arguments.keySet().stream()
                .filter(argument -> !known.contains(argument))
                .map(argument ->
                        new Warning(
                                "unknown-argument",
                                CheckedArguments.none(argument, known),
                                1,
                                List.of()))
                .toList();
    }

    private Reply send(SessionRun run) {
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
