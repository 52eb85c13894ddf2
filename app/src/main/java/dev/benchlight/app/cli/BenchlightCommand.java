package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Problem;

import java.util.List;

/// The command line: takes the arguments apart, runs one command, prints what it says.
public final class BenchlightCommand {
    private static final String VERSION = "0.1.0";

    private BenchlightCommand() {}

    /// Runs one command line.
    ///
    /// @param window opened for `open` and for no command at all
    /// @return the exit code
    public static int run(String[] arguments, Console console, Window window) {
        List<String> words = List.of(arguments);
        int dashes = words.indexOf("--");
        List<String> own = dashes < 0 ? words : words.subList(0, dashes);
        String command = own.stream().filter(Flags.COMMANDS::contains).findFirst().orElse("");
        Printer printer =
                new Printer(console, command, own.contains("--json"), own.contains("--quiet"));
        try {
            return dispatch(Invocation.parse(words), console, printer, window);
        } catch (InputException e) {
            return print(printer, Reply.failed(Exit.of(e.problem()), e.problem()));
        } catch (Exception e) {
            if (own.contains("--verbose")) {
                e.printStackTrace(console.err());
            }
            return print(printer, Reply.failed(Exit.BUG, bug(e)));
        }
    }

    private static int dispatch(
            Invocation invocation, Console console, Printer printer, Window window)
            throws Exception {
        if (invocation.has("--help")) {
            return say(console, Usage.text());
        }
        if (invocation.has("--version")) {
            return say(console, "benchlight " + VERSION);
        }
        return switch (invocation.command()) {
            case "open" -> open(invocation, window);
            case "demo" -> DemoCommand.run(invocation, console);
            case "traces" ->
                    print(printer, TracesCommand.run(Surroundings.of(invocation, console)));
            case "trust" -> print(printer, TrustCommand.run(Surroundings.of(invocation, console)));
            default -> SessionRun.run(Surroundings.of(invocation, console), printer);
        };
    }

    private static int open(Invocation invocation, Window window) throws InputException {
        List<String> words = invocation.words();
        if (words.size() > 1) {
            throw new InputException("usage", "The command open takes one folder.");
        }
        return window.open(
                words.isEmpty() ? invocation.path("--workspace") : Arguments.path(words.getFirst()),
                invocation.path("--data"),
                invocation.has("--exit-when-shown"));
    }

    private static int say(Console console, String text) {
        console.out().println(text);
        console.out().flush();
        return Exit.DONE;
    }

    private static int print(Printer printer, Reply reply) {
        printer.print(reply);
        return reply.exit();
    }

    private static Problem bug(Exception e) {
        return Problem.of(
                        "internal-error", Layer.INPUT, "A bug in Benchlight stopped it: " + e + ".")
                .withHint("Report it with the output of the same command and --verbose.");
    }
}
