package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.app.workspace.Names;

import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One command line, taken apart. What is wrong with it is thrown by [#check()] only, so that the
/// answer to it can be in the form that was asked for.
final class Invocation {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m|h)?");

    private final List<String> positional = new ArrayList<>();
    private final Map<String, List<String>> options = new LinkedHashMap<>();
    private final @Nullable List<String> program;
    private @Nullable Supplier<InputException> wrongOption;
    private boolean wrongBeforeCommand;

    private Invocation(@Nullable List<String> program) {
        this.program = program;
    }

    static Invocation of(List<String> words) {
        return of(words, System.getProperty("sun.jnu.encoding", ""));
    }

    /// @param encoding in which the words came to this process
    static Invocation of(List<String> words, String encoding) {
        int dashes = words.indexOf("--");
        List<String> own = dashes < 0 ? words : words.subList(0, dashes);
        Invocation invocation =
                new Invocation(
                        dashes < 0 ? null : List.copyOf(words.subList(dashes + 1, words.size())));
        invocation.checkCharacters(words, encoding);
        for (int at = 0; at < own.size(); at++) {
            String word = own.get(at);
            if (word.startsWith("-") && word.length() > 1) {
                at += invocation.option(word, at + 1 < own.size() ? own.get(at + 1) : null);
            } else {
                invocation.positional.add(word);
            }
        }
        return invocation;
    }

    /// A locale that lacks a character has replaced it before this program saw it.
    private void checkCharacters(List<String> words, String encoding) {
        boolean replaced = words.stream().anyMatch(word -> word.indexOf('\ufffd') >= 0);
        if (replaced && !encoding.equalsIgnoreCase("UTF-8")) {
            wrong(() ->
                    new InputException(
                            "characters-lost",
                            "The locale of this shell cannot hold the characters typed: its"
                                    + " encoding is "
                                    + encoding
                                    + ".",
                            "Set LC_ALL=C.UTF-8, or give the arguments as --args @FILE."));
        }
    }

    /// @param next the word behind it
    /// @return how many words behind it belong to it
    private int option(String word, @Nullable String next) {
        int equals = word.indexOf('=');
        String typed = equals < 0 ? word : word.substring(0, equals);
        String name = typed.equals("-h") ? "--help" : typed;
        Optional<Flag> flag = Flag.named(name);
        if (flag.isEmpty()) {
            wrong(() -> unknown(name));
            return 0;
        }
        List<String> values = options.computeIfAbsent(name, any -> new ArrayList<>());
        if (flag.get().value().isEmpty()) {
            if (equals >= 0) {
                wrong(() -> new InputException("usage", "The option " + name + " takes no value."));
            }
            return 0;
        }
        if (!values.isEmpty() && !flag.get().repeats()) {
            wrong(() -> new InputException("usage", "The option " + name + " is given twice."));
        }
        if (equals >= 0) {
            values.add(word.substring(equals + 1));
            return 0;
        }
        if (flag.get().valueIsOptional()) {
            return 0;
        }
        if (next == null || Flag.named(next).isPresent()) {
            wrong(() ->
                    new InputException(
                            "usage",
                            "The option " + name + " needs a value.",
                            "Such as: " + name + " " + flag.get().value()));
            return 0;
        }
        values.add(next);
        return 1;
    }

    /// @param problem made once the whole line, and so the command, is known
    private void wrong(Supplier<InputException> problem) {
        if (wrongOption == null) {
            wrongOption = problem;
            wrongBeforeCommand = positional.isEmpty();
        }
    }

    private InputException unknown(String option) {
        String shown = Visible.line(option);
        return Flag.LATER.contains(option)
                ? new InputException(
                        "not-yet", "The option " + shown + " comes with a later version.")
                : new InputException(
                        "unknown-option",
                        "The option " + shown + " is not known.",
                        optionHint(option));
    }

    /// The nearest options of the command typed, else all of them.
    private String optionHint(String option) {
        String command = command();
        if (!Command.WORDS.contains(command)) {
            return Names.hint(option, Flag.names());
        }
        List<String> known = Flag.names(command);
        return Names.near(option, known).isEmpty()
                ? "The command " + command + " takes " + String.join(", ", known) + "."
                : Names.hint(option, known);
    }

    /// @throws InputException an option or command is not known, or something is missing
    void check() throws InputException {
        if (wrongOption != null && wrongBeforeCommand) {
            throw wrongOption.get();
        }
        if (has("--help") || has("--version")) {
            return;
        }
        checkCommand();
        if (wrongOption != null) {
            throw wrongOption.get();
        }
        for (String option : options.keySet()) {
            if (Flag.named(option).stream().noneMatch(flag -> flag.fits(command()))) {
                throw new InputException(
                        "unknown-option",
                        "The command " + command() + " takes no option " + option + ".",
                        optionHint(option));
            }
        }
        checkProgram();
    }

    private void checkCommand() throws InputException {
        String word = command();
        if (Command.LATER.contains(word)) {
            throw new InputException(
                    "not-yet",
                    "The command " + word + " comes with a later version.",
                    "There is " + String.join(", ", Command.WORDS) + ".");
        }
        if (!Command.WORDS.contains(word)) {
            throw new InputException(
                    "unknown-command",
                    "There is no command " + Visible.line(word) + ".",
                    Names.hint(word, Command.WORDS) + " See: benchlight --help");
        }
    }

    private void checkProgram() throws InputException {
        if (program != null && !has("--stdio")) {
            throw new InputException(
                    "usage", "A command behind -- needs the option --stdio before it.");
        }
        boolean demo = command().equals("demo");
        boolean noProgram = program == null || program.isEmpty();
        if (has("--stdio") && !demo && noProgram && namesUrl()) {
            throw twoServers("Leave out --stdio, which starts a command, or the URL.");
        }
        if (has("--stdio") && !demo && noProgram) {
            throw new InputException(
                    "usage",
                    "The option --stdio needs a command.",
                    "Write it at the end of the line: --stdio -- COMMAND ARGS…");
        }
        if (demo && (program != null || words().size() > 0)) {
            throw new InputException("usage", "The command demo takes options only.");
        }
    }

    /// Whether the first word behind the command is a URL.
    boolean namesUrl() {
        return !words().isEmpty() && words().getFirst().matches("(?i)https?://.*");
    }

    static InputException twoServers(String hint) {
        return new InputException(
                "usage", "A URL and --stdio are two servers; this command speaks to one.", hint);
    }

    /// The word typed, known or not; `open` if there is none.
    String command() {
        return positional.isEmpty() ? "open" : positional.getFirst();
    }

    /// Whether a command was typed at all.
    Optional<Command> typedCommand() {
        return positional.isEmpty() ? Optional.empty() : Command.named(positional.getFirst());
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
        return options.containsKey(option);
    }

    @Nullable String value(String option) {
        List<String> values = values(option);
        return values.isEmpty() ? null : values.getLast();
    }

    List<String> values(String option) {
        return options.getOrDefault(option, List.of());
    }

    @Nullable Path path(String option) throws InputException {
        String value = value(option);
        return value == null ? null : path(option, value);
    }

    /// @param what the words name what this path is
    static Path path(String what, String text) throws InputException {
        try {
            if (text.isEmpty()) {
                throw new InvalidPathException(text, "it is empty");
            }
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InputException("usage", what + " is not a path: " + e.getReason() + ".");
        }
    }

    /// A time such as `500ms`, `60s` or `10m`; a bare number counts seconds.
    Duration duration(String option, Duration otherwise) throws InputException {
        String value = value(option);
        if (value == null) {
            return otherwise;
        }
        Matcher matcher = DURATION.matcher(value);
        boolean none = value.matches("0+\\D*") && !option.equals("--grace");
        if (!matcher.matches() || none) {
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
