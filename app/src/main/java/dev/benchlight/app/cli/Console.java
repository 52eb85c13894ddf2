package dev.benchlight.app.cli;

import org.jspecify.annotations.Nullable;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
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
    private static final int LARGEST_SECRET = 65_536;

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

    /// A line that is not shown while it is typed, or, without a terminal, all of standard input up
    /// to its last line end, since a key has many lines. Null if there is none.
    ///
    /// @throws IOException also if it is larger than any secret
    // Javac knows it is never null since JDK 22; NullAway does not.
    @SuppressWarnings("SystemConsoleNull")
    @Nullable String secret(String prompt) throws IOException {
        java.io.Console typed = System.console();
        if (terminal && typed != null) {
            char[] line = typed.readPassword("%s", prompt);
            return line == null ? null : new String(line);
        }
        byte[] all = in.readNBytes(LARGEST_SECRET + 1);
        if (all.length > LARGEST_SECRET) {
            throw new IOException("it is larger than " + LARGEST_SECRET + " bytes");
        }
        String text = new String(all, StandardCharsets.UTF_8).replaceFirst("\\r?\\n\\z", "");
        return text.isEmpty() ? null : text;
    }

    /// Asks a question that only a clear yes answers with yes. What is typed behind the line stays
    /// for the next one.
    boolean agrees(String question) {
        err.print(question + " [y/N] ");
        err.flush();
        StringBuilder answer = new StringBuilder();
        try {
            for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
                answer.append((char) b);
            }
        } catch (IOException e) {
            return false;
        }
        return answer.toString().strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }

    /// How many characters of a line a person can see; as many as there are where none looks.
    int width() {
        String columns = environment.getOrDefault("COLUMNS", "");
        int width = columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
        return terminal ? width : Integer.MAX_VALUE;
    }
}
