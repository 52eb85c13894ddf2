package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.Names;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One command line, taken apart.
final class Invocation {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)?");

    private final List<String> positional;
    private final @Nullable List<String> program;
    private final CommandLine.ParseResult parsed;

    private Invocation(
            List<String> positional,
            @Nullable List<String> program,
            CommandLine.ParseResult parsed) {
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
        CommandLine line = new CommandLine(specification()).setExpandAtFiles(false);
        try {
            CommandLine.ParseResult parsed = line.parseArgs(head.toArray(String[]::new));
            List<String> positional =
                    parsed.hasMatchedPositional(0)
                            ? List.of(parsed.matchedPositionalValue(0, new String[0]))
                            : List.of();
            Invocation invocation = new Invocation(positional, program, parsed);
            invocation.check();
            return invocation;
        } catch (CommandLine.UnmatchedArgumentException e) {
            String option = e.getUnmatched().getFirst().replaceFirst("=.*", "");
            throw new InputException(
                    "unknown-option",
                    "The option " + Visible.line(option) + " is not known.",
                    Names.hint(option, Flags.names()));
        } catch (CommandLine.ParameterException e) {
            throw new InputException(
                    "usage", Visible.line(String.valueOf(e.getMessage())) + ".", "See --help.");
        }
    }

    private static CommandSpec specification() {
        CommandSpec specification = CommandSpec.create().name("benchlight");
        for (Flags flag : Flags.ALL) {
            OptionSpec.Builder option = OptionSpec.builder(flag.name());
            boolean repeats = flag.name().equals("--arg") || flag.name().equals("--header");
            if (flag.value().isEmpty()) {
                option.type(boolean.class).arity("0");
            } else if (repeats) {
                option.type(String[].class).arity("1");
            } else {
                option.type(String.class).arity("1");
            }
            specification.addOption(option.build());
        }
        return specification.addPositional(
                PositionalParamSpec.builder()
                        .index("0..*")
                        .arity("0..*")
                        .type(String[].class)
                        .build());
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
        return parsed.hasMatchedOption(option);
    }

    @Nullable String value(String option) {
        return has(option) ? parsed.matchedOption(option).getValue() : null;
    }

    List<String> values(String option) {
        String[] values = has(option) ? parsed.matchedOption(option).getValue() : new String[0];
        return List.of(values);
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
