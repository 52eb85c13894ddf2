package dev.benchlight.app.workspace;

import dev.benchlight.mcp.json.WrittenNumbers;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.toml.TomlMapper;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/// Reads YAML and JSON files as trees.
final class TextFile {
    /// More than any file a person writes.
    private static final int LONGEST = 4 << 20;

    private static final JsonMapper LENIENT =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private static final TomlMapper TOML = new TomlMapper();

    private TextFile() {}

    /// The text of a regular file of a sensible size, in a folder that may come from anybody: a
    /// link to a file elsewhere would show, and send to whom the folder says, what is not the
    /// folder's.
    static String text(Path file, Path folder) throws BadFileException {
        return read(file, folder);
    }

    /// Where a path really leads.
    ///
    /// @throws FileSystemException it leads out of the folder
    static Path real(Path file, Path folder) throws IOException {
        Path real = file.toRealPath();
        if (!real.startsWith(folder.toRealPath())) {
            throw new FileSystemException(
                    file.toString(),
                    null,
                    "it is a link out of " + folder + ", and such a link is not followed");
        }
        return real;
    }

    private static String read(Path file, @Nullable Path folder) throws BadFileException {
        try {
            String text = BoundedFile.text(folder == null ? file : real(file, folder), LONGEST);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadFileException(FileProblem.of(file, "the file is not UTF-8 text"));
        } catch (IOException e) {
            throw new BadFileException(
                    FileProblem.of(file, "the file cannot be read: " + FileProblem.reason(e)));
        }
    }

    /// The tree of a `.yaml`, `.yml`, `.toml` or `.json` file.
    static JsonNode tree(Path file) throws BadFileException {
        return parse(file, read(file, null));
    }

    /// As the other, within a folder, as [#text(Path, Path)] has it.
    static JsonNode tree(Path file, Path folder) throws BadFileException {
        return parse(file, text(file, folder));
    }

    private static JsonNode parse(Path file, String text) throws BadFileException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return YamlTree.parse(file, text).json();
        }
        return name.endsWith(".toml")
                ? tree(file, text, TOML, "TOML")
                : tree(file, text, LENIENT, "JSON");
    }

    /// JSON with comments and trailing commas, as editors write it.
    static JsonNode json(Path file, String text) throws BadFileException {
        return tree(file, text, LENIENT, "JSON");
    }

    private static JsonNode tree(Path file, String text, ObjectMapper mapper, String format)
            throws BadFileException {
        try {
            return text.isBlank() ? MissingNode.getInstance() : read(mapper, text);
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            throw new BadFileException(
                    new FileProblem(
                            file,
                            at == null ? 0 : Math.max(0, at.getLineNr()),
                            at == null ? 0 : Math.max(0, at.getColumnNr()),
                            "not valid " + format + ": " + ParserWords.of(e)));
        }
    }

    /// Variables and arguments written as numbers stay as they were written.
    private static JsonNode read(ObjectMapper mapper, String text) {
        try (JsonParser parser = new WrittenNumbers(mapper.createParser(text))) {
            return mapper.readValue(parser, JsonNode.class);
        }
    }
}
