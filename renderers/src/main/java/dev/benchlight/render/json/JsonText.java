package dev.benchlight.render.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.regex.Pattern;

/// Text that holds JSON, read as a tree. Numbers keep every digit, and stand as they were written.
///
/// @param note what the tree does not show of the text, or empty
public record JsonText(JsonNode root, String note) {
    /// From the colon or parenthesis before the name of a setting on.
    private static final Pattern SETTINGS =
            Pattern.compile("\\s*[:(][^:(]*(?:`|Source|Feature).*$", Pattern.DOTALL);

    private static final JsonMapper LENIENT =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(500)
                                                    .maxStringLength(64 << 20)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();
    private static final JsonMapper STRICT =
            LENIENT.rebuild().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).build();

    /// Up to 500 levels deep.
    ///
    /// @throws JacksonException if this is not JSON, or over a limit
    public static JsonText read(String text) {
        try {
            return new JsonText(tree(STRICT, text), "");
        } catch (JacksonException e) {
            if (!e.getOriginalMessage().startsWith("Duplicate")) {
                throw e;
            }
            return new JsonText(
                    tree(LENIENT, text),
                    "An object in this text has the same name twice. The last one is shown; the"
                            + " text has them all.");
        }
    }

    /// Why a text could not be read, without what the parser says of its own settings.
    public static String reason(JacksonException e) {
        return SETTINGS.matcher(e.getOriginalMessage()).replaceFirst("");
    }

    private static JsonNode tree(JsonMapper mapper, String text) {
        try (JsonParser parser = new WrittenNumbers(mapper.createParser(text))) {
            return mapper.readValue(parser, JsonNode.class);
        }
    }
}
