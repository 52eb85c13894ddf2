package dev.benchlight.app.workspace;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Words as a line for a POSIX shell.
public final class CommandLine {
    private CommandLine() {}

    /// The words, quoted where a shell would read them as something else.
    public static String of(String... words) {
        return Arrays.stream(words).map(CommandLine::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }
}
