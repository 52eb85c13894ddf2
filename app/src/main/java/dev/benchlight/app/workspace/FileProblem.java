package dev.benchlight.app.workspace;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
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

    /// Why something about a file failed, in a few words.
    public static String reason(Exception e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied";
            case CharacterCodingException text -> "it is not UTF-8 text";
            case NoSuchFileException missing -> "no such file or folder";
            case NotDirectoryException file -> "not a folder";
            case FileAlreadyExistsException file -> "a file is in its place";
            case JacksonException broken -> json(broken);
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    private static String json(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String what = "not valid JSON";
        return at == null || at.getLineNr() < 1
                ? what
                : what + " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }
}
