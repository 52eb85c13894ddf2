package dev.benchlight.app.workspace;

import java.nio.file.Path;

/// Something wrong with a file that was read; the file is left alone.
///
/// @param line counted from 1, or 0 if it is about the whole file
/// @param column counted from 1, or 0
/// @param message one sentence
public record FileProblem(Path file, int line, int column, String message) {

    static FileProblem of(Path file, String message) {
        return new FileProblem(file, 0, 0, message);
    }

    /// `file:line:column: message`, as compilers write it.
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line + ":" + column : "") + ": " + message;
    }
}
