package dev.benchlight.app.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// What a command line runs in.
///
/// @param terminal whether a person reads the output and can be asked
public record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean terminal,
        Map<String, String> environment,
        Path directory) {

    /// This process's own.
    // Javac knows it is never null since JDK 22; NullAway does not.
    @SuppressWarnings("SystemConsoleNull")
    public static Console system() {
        java.io.Console console = System.console();
        return new Console(
                System.in,
                utf8(System.out),
                utf8(System.err),
                console != null && console.isTerminal(),
                System.getenv(),
                Path.of(""));
    }

    /// JSON is UTF-8 whatever the locale says, and a pipe should not get one write a line.
    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, false, StandardCharsets.UTF_8);
    }
}
