package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Problem;

import tools.jackson.databind.json.JsonMapper;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
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
        Invocation invocation = Invocation.of(List.of(arguments));
        Printer printer = new Printer(console, invocation);
        int exit = run(invocation, console, printer, window);
        String lost = console.out().lost();
        if (lost == null) {
            return exit;
        }
        console.err().println("error: Standard output could not be written: " + lost + ".");
        console.err().flush();
        return exit == Exit.DONE ? Exit.USAGE : exit;
    }

    private static int run(Invocation invocation, Console console, Printer printer, Window window) {
        try {
            invocation.check();
            return dispatch(invocation, console, printer, window);
        } catch (InputException e) {
            return printer.print(Reply.failed(e.problem()));
        } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError e) {
            if (invocation.has("--verbose")) {
                StringWriter stack = new StringWriter();
                e.printStackTrace(new PrintWriter(stack));
                console.err().println(Visible.text(stack.toString()));
            }
            return printer.print(Reply.failed(Exit.BUG, bug(e)));
        }
    }

    private static int dispatch(
            Invocation invocation, Console console, Printer printer, Window window)
            throws Exception {
        if (invocation.has("--help")) {
            return printer.print(said("help", Usage.text(invocation.typedCommand())));
        }
        if (invocation.has("--version")) {
            return printer.print(said("version", "benchlight " + VERSION));
        }
        if (!invocation.has("--verbose")) {
            QuietLogging.install();
        }
        return switch (invocation.command()) {
            case "open" -> open(invocation, window);
            case "demo" -> DemoCommand.run(invocation, console, printer);
            default -> inSurroundings(Surroundings.of(invocation, console), printer);
        };
    }

    /// What is wrong around a command is told also when it is refused.
    private static int inSurroundings(Surroundings around, Printer printer) {
        try {
            return switch (around.invocation().command()) {
                case "traces" -> printer.print(TracesCommand.run(around));
                case "secret" -> printer.print(SecretCommand.run(around));
                case "trust" -> printer.print(TrustCommand.run(around));
                default -> SessionRun.run(around, printer);
            };
        } catch (InputException e) {
            List<Warning> others =
                    around.warnings().stream()
                            .filter(warning -> !warning.message().equals(e.problem().message()))
                            .toList();
            return printer.print(Reply.failed(e.problem()).with(others));
        }
    }

    private static int open(Invocation invocation, Window window) throws InputException {
        List<String> words = invocation.words();
        if (words.size() > 1) {
            throw new InputException("usage", "The command open takes one folder.");
        }
        Path folder =
                words.isEmpty()
                        ? invocation.path("--workspace")
                        : Invocation.path("DIR", words.getFirst());
        return window.open(
                Surroundings.existing(folder),
                invocation.path("--data"),
                invocation.has("--exit-when-shown"));
    }

    private static Reply said(String member, String text) {
        return Reply.done(JsonMapper.shared().createObjectNode().put(member, text), text);
    }

    private static Problem bug(Throwable e) {
        return Problem.of(
                        "internal-error", Layer.INPUT, "A bug in Benchlight stopped it: " + e + ".")
                .withHint("Report it with the output of the same command and --verbose.");
    }
}
