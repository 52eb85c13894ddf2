package dev.benchlight.app.workspace;

import java.util.ArrayList;
import java.util.List;

/// Splits a line as a shell would, and says what only a shell could do. Nothing is expanded or run.
///
/// @param words in order
/// @param remarks what was left as it is, or is missing
record ShellWords(List<String> words, List<String> remarks) {

    static ShellWords split(String line) {
        return new Splitter(line).split();
    }

    private static final class Splitter {
        private final String line;
        private final List<String> words = new ArrayList<>();
        private final List<String> remarks = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private final boolean windows;
        private boolean started;
        private int at;

        Splitter(String line) {
            this.line = line;
            // A backslash is a folder separator where the line has a drive or a network path.
            this.windows = line.matches("(?s).*(^|[\\s\"'])([A-Za-z]:\\\\|\\\\\\\\).*");
        }

        ShellWords split() {
            while (at < line.length()) {
                char c = line.charAt(at++);
                switch (c) {
                    case '\'' -> quoted('\'');
                    case '"' -> quoted('"');
                    case '\\' -> backslash();
                    case ' ', '\t', '\n', '\r' -> end();
                    case '|', '&', ';', '>', '<', '`' -> {
                        operator(c);
                        append(c);
                    }
                    default -> append(c);
                }
            }
            end();
            return new ShellWords(words, remarks);
        }

        private void append(char c) {
            started = true;
            word.append(c);
        }

        private void operator(char c) {
            String remark = "No shell is used: " + c + " is passed on as it is.";
            if (!remarks.contains(remark)) {
                remarks.add(remark);
            }
        }

        private void quoted(char quote) {
            started = true;
            while (at < line.length()) {
                char c = line.charAt(at++);
                if (c == quote) {
                    return;
                }
                boolean escape =
                        c == '\\'
                                && quote == '"'
                                && at < line.length()
                                && (line.charAt(at) == '"'
                                        || (!windows && "\\$`".indexOf(line.charAt(at)) >= 0));
                word.append(escape ? line.charAt(at++) : c);
            }
            remarks.add("A closing " + quote + " is missing.");
        }

        private void backslash() {
            if (at >= line.length()) {
                append('\\');
                return;
            }
            char next = line.charAt(at);
            if (next == '\n' || next == '\r') {
                at += line.startsWith("\r\n", at) ? 2 : 1;
            } else if (windows && next != '"') {
                append('\\');
            } else {
                at++;
                append(next);
            }
        }

        private void end() {
            if (started) {
                words.add(word.toString());
                word.setLength(0);
                started = false;
            }
        }
    }
}
