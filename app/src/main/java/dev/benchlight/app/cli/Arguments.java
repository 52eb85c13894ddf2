package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.BoundedFile;
import dev.benchlight.app.workspace.FileProblem;
import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the values of `--args`, `--arg` and `--header`.
final class Arguments {
    /// More than any server takes.
    private static final int LONGEST_FILE = 256 << 20;

    private Arguments() {}

    /// The object of an option: JSON, or `@FILE` with JSON. It is written as it was typed.
    static ObjectNode object(String option, String text, Path directory) throws InputException {
        boolean file = text.startsWith("@");
        String json = file ? read(option, directory, text.substring(1)) : text;
        try {
            if (JsonDocument.parse(json).wireTree() instanceof ObjectNode object) {
                return object;
            }
            throw new InputException("bad-argument", option + " must be a JSON object.");
        } catch (JsonSyntaxException e) {
            String before = json.substring(0, e.offset());
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            int column = before.length() - before.lastIndexOf('\n');
            throw new InputException(
                    "bad-argument",
                    "%s is not valid JSON (line %d, column %d): %s."
                            .formatted(
                                    file ? Visible.line(text.substring(1)) : option,
                                    line,
                                    column,
                                    Visible.line(e.getMessage())));
        }
    }

    private static String read(String option, Path directory, String name) throws InputException {
        Path file = directory.resolve(Invocation.path(option, name));
        try {
            String text = BoundedFile.anyText(file, LONGEST_FILE);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new InputException(
                    "unreadable-file",
                    "The file %s of %s cannot be read: %s."
                            .formatted(
                                    Visible.line(file.toString()), option, FileProblem.reason(e)));
        }
    }

    /// `name=value` pairs; no name may come twice.
    static Map<String, String> pairs(List<String> texts) throws InputException {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new InputException(
                        "bad-argument",
                        "--arg must be name=value; it is " + Visible.line(text) + ".");
            }
            String name = text.substring(0, equals);
            if (pairs.put(name, text.substring(equals + 1)) != null) {
                throw new InputException(
                        "bad-argument", "The argument " + Visible.line(name) + " is given twice.");
            }
        }
        return pairs;
    }

    static Map<String, String> headers(List<String> texts) throws InputException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String text : texts) {
            int colon = text.indexOf(':');
            String name = colon < 1 ? "" : text.substring(0, colon).strip();
            String value = colon < 1 ? "" : text.substring(colon + 1).strip();
            // The value may be a secret, so it is not repeated.
            if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")
                    || !value.matches("[\\t\\x20-\\x7e\\x80-\\xff]*")) {
                throw new InputException(
                        "bad-header", "--header must be 'Name: value', in plain characters.");
            }
            headers.put(name, value);
        }
        return headers;
    }
}
