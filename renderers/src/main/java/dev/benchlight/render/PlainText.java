package dev.benchlight.render;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// The text of an input, if it has one.
public final class PlainText {
    private static final int PROBE = 4096;

    private PlainText() {}

    public static boolean isText(RenderInput input) {
        return switch (input) {
            case RenderInput.Text _ -> true;
            case RenderInput.Bytes bytes -> Sniffed.of(bytes.bytes()) == Sniffed.TEXT;
            default -> false;
        };
    }

    /// The whole text. Bytes that are not UTF-8 become U+FFFD.
    public static Optional<String> of(RenderInput input) {
        return switch (input) {
            case RenderInput.Text text -> Optional.of(text.text());
            case RenderInput.Bytes bytes when isText(input) ->
                    Optional.of(new String(bytes.bytes(), StandardCharsets.UTF_8));
            default -> Optional.empty();
        };
    }

    /// The first 4 KB of the text, or an empty string: enough to guess what it is.
    public static String start(RenderInput input) {
        return switch (input) {
            case RenderInput.Text text ->
                    text.text().substring(0, Math.min(text.text().length(), PROBE));
            case RenderInput.Bytes bytes when isText(input) ->
                    new String(
                            bytes.bytes(),
                            0,
                            Math.min(bytes.bytes().length, PROBE),
                            StandardCharsets.UTF_8);
            default -> "";
        };
    }

    /// Whether the text is JSON, as declared or by its start.
    public static boolean isJson(RenderInput input) {
        String type = mediaType(input);
        return isText(input)
                && (type.equals("application/json")
                        || type.endsWith("+json")
                        || TextKind.of(start(input)) == TextKind.JSON);
    }

    /// The declared media type in lower case without parameters, or an empty string.
    public static String mediaType(RenderInput input) {
        String declared =
                switch (input) {
                    case RenderInput.Text text -> text.mediaType();
                    case RenderInput.Bytes bytes -> bytes.mediaType();
                    default -> "";
                };
        int end = declared.indexOf(';');
        return (end < 0 ? declared : declared.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /// The whole block that a card stands for, if the input is one.
    public static Optional<JsonNode> block(RenderInput input) {
        return switch (input) {
            case RenderInput.Json json -> Optional.of(json.json());
            case RenderInput.ResourceLink link -> Optional.of(link.json());
            case RenderInput.Unknown unknown -> Optional.of(unknown.json());
            default -> Optional.empty();
        };
    }
}
