package dev.benchlight.app.cli;

import dev.benchlight.app.workspace.InputException;
import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.mcp.json.LineColumn;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the values of `--args`, `--arg` and `--header`.
final class Arguments {
    private Arguments() {}

    static Path path(String text) throws InputException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InputException("usage", "Not a path: " + e.getReason() + ".");
        }
    }

    /// The object of `--args`: JSON, or `@FILE` with JSON. Numbers stay as they were typed, and a
    /// member that comes twice is refused.
    static ObjectNode object(String text, Path directory) throws InputException {
        String json = text;
        if (text.startsWith("@")) {
            Path file = directory.resolve(path(text.substring(1)));
            try {
                json = Files.readString(file);
            } catch (IOException e) {
                throw new InputException(
                        "unreadable-file",
                        "The file " + file + " of --args cannot be read: " + e.getMessage() + ".");
            }
        }
        try {
            if (JsonDocument.parse(json).wireTree() instanceof ObjectNode object) {
                return object;
            }
            throw new InputException("bad-argument", "--args must be a JSON object.");
        } catch (JsonSyntaxException e) {
            throw new InputException(
                    "bad-argument",
                    "--args is not valid JSON (%s): %s."
                            .formatted(
                                    LineColumn.of(json, e.offset()),
                                    Visible.line(String.valueOf(e.getMessage()))));
        }
    }

    /// `name=value` pairs; the last of a name counts.
    static Map<String, String> pairs(List<String> texts) throws InputException {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new InputException(
                        "bad-argument",
                        "--arg must be name=value; it is " + Visible.line(text) + ".");
            }
            pairs.put(text.substring(0, equals), text.substring(equals + 1));
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
