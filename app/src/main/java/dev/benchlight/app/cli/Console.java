package dev.benchlight.app.cli;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// What a command line runs in.
///
/// @param terminal whether a person reads the output and can be asked
public record Console(
        InputStream in,
        Output out,
        PrintStream err,
        boolean terminal,
        Map<String, String> environment,
        Path directory) {

    private static final int USUAL_WIDTH = 110;

    /// This process's own.
    // Javac knows it is never null since JDK 22; NullAway does not.
    @SuppressWarnings("SystemConsoleNull")
    public static Console system() {
        java.io.Console console = System.console();
        return new Console(
                System.in,
                Output.to(new FileOutputStream(FileDescriptor.out)),
                new PrintStream(System.err, false, StandardCharsets.UTF_8),
                console != null && console.isTerminal(),
                System.getenv(),
                Path.of(""));
    }

    /// A line that is not shown while it is typed; null if there is none.
    // Javac knows it is never null since JDK 22; NullAway does not.
    @SuppressWarnings("SystemConsoleNull")
    @Nullable String readHidden(String prompt) throws IOException {
        java.io.Console typed = System.console();
        if (terminal && typed != null) {
            char[] line = typed.readPassword("%s", prompt);
            return line == null ? null : new String(line);
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
    }

    /// How many characters of a line a person can see; as many as there are where none looks.
    int width() {
        String columns = environment.getOrDefault("COLUMNS", "");
        int width = columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
        return terminal ? width : Integer.MAX_VALUE;
    }
}
