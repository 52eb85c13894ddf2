package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.Names;

import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.CommandLineParser;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;
import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One command line, taken apart.
final class Invocation {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)?");
    private static final Set<String> REPEATED = Set.of("--arg", "--header");
    private static final CommandLineParser PARSER =
            DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .setStripLeadingAndTrailingQuotes(false)
                    .get();

    private final List<String> positional;
    private final @Nullable List<String> program;
    private final CommandLine parsed;

    private Invocation(
            List<String> positional, @Nullable List<String> program, CommandLine parsed) {
        this.positional = positional;
        this.program = program;
        this.parsed = parsed;
    }

    /// @throws InputException an option or command is not known, or something is missing
    static Invocation parse(List<String> arguments) throws InputException {
        int dashes = arguments.indexOf("--");
        List<String> head = dashes < 0 ? arguments : arguments.subList(0, dashes);
        List<String> program =
                dashes < 0 ? null : List.copyOf(arguments.subList(dashes + 1, arguments.size()));
        for (String word : head) {
            // The library would take -json for --json.
            if (word.length() > 2 && word.matches("-[A-Za-z].*")) {
                throw unknown(word);
            }
        }
        try {
            CommandLine parsed = PARSER.parse(options(), head.toArray(String[]::new));
            Invocation invocation = new Invocation(parsed.getArgList(), program, parsed);
            invocation.check();
            return invocation;
        } catch (UnrecognizedOptionException e) {
            throw unknown(e.getOption());
        } catch (MissingArgumentException e) {
            String option = "--" + e.getOption().getLongOpt();
            throw new InputException("usage", option + " needs a value.", "See --help.");
        } catch (ParseException e) {
            throw new InputException(
                    "usage", Visible.line(String.valueOf(e.getMessage())) + ".", "See --help.");
        }
    }

    private static InputException unknown(String word) {
        String option = word.replaceFirst("=.*", "");
        return new InputException(
                "unknown-option",
                "The option " + Visible.line(option) + " is not known.",
                Names.hint(option, Flags.names()));
    }

    private static Options options() {
        Options options = new Options();
        for (Flags flag : Flags.ALL) {
            options.addOption(
                    Option.builder()
                            .longOpt(flag.name().substring(2))
                            .hasArg(!flag.value().isEmpty())
                            .get());
        }
        return options;
    }

    private void check() throws InputException {
        String command = command();
        if (has("--help") || has("--version")) {
            return;
        }
        if (!Flags.COMMANDS.contains(command)) {
            throw new InputException(
                    "unknown-command",
                    "There is no command " + Visible.line(command) + ".",
                    Names.hint(command, Flags.COMMANDS));
        }
        for (Flags flag : Flags.ALL) {
            if (values(flag.name()).size() > 1 && !REPEATED.contains(flag.name())) {
                throw new InputException(
                        "usage", flag.name() + " is given more than once.", "See --help.");
            }
            if (has(flag.name()) && !flag.fits(command)) {
                throw new InputException(
                        "unknown-option",
                        "The command " + command + " takes no option " + flag.name() + ".",
                        "See --help.");
            }
        }
        if (program != null && !has("--stdio")) {
            throw new InputException(
                    "usage", "A command behind -- needs the option --stdio before it.");
        }
        if (has("--stdio") && !command.equals("demo") && (program == null || program.isEmpty())) {
            throw new InputException(
                    "usage",
                    "The option --stdio needs a command.",
                    "Write it at the end of the line: --stdio -- COMMAND ARGS…");
        }
    }

    String command() {
        return positional.isEmpty() ? "open" : positional.getFirst();
    }

    /// The words behind the command.
    List<String> words() {
        return positional.isEmpty() ? positional : positional.subList(1, positional.size());
    }

    /// The command line behind `--stdio --`, or null.
    @Nullable List<String> program() {
        return program;
    }

    boolean has(String option) {
        return parsed.hasOption(option);
    }

    @Nullable String value(String option) {
        return parsed.getOptionValue(option);
    }

    List<String> values(String option) {
        String[] values = parsed.getOptionValues(option);
        return values == null ? List.of() : List.of(values);
    }

    @Nullable Path path(String option) throws InputException {
        String value = value(option);
        try {
            return value == null ? null : Path.of(value);
        } catch (InvalidPathException e) {
            throw new InputException("usage", option + " is not a path: " + e.getReason() + ".");
        }
    }

    /// A time such as `500ms`, `60s` or `10m`; a bare number counts seconds.
    Duration duration(String option, Duration otherwise) throws InputException {
        String value = value(option);
        if (value == null) {
            return otherwise;
        }
        Matcher matcher = DURATION.matcher(value);
        if (!matcher.matches()) {
            throw new InputException(
                    "usage",
                    option
                            + " must be a time such as 500ms, 60s or 10m; it is "
                            + Visible.line(value)
                            + ".");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case null, default -> Duration.ofSeconds(amount);
        };
    }
}
