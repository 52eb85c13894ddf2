package dev.benchlight.mcp.rpc;

import dev.benchlight.mcp.json.WrittenNumbers;
import dev.benchlight.mcp.wire.Limits;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads the JSON of a message within limits, and tells what was odd about it. Thread-safe.
final class MessageJson {
    private static final int NAME_LENGTH = 1 << 20;

    private final Limits limits;
    private final JsonMapper strict;
    private final JsonMapper twice;
    private final JsonMapper lenient;

    MessageJson(Limits limits) {
        this.limits = limits;
        StreamReadConstraints constraints =
                StreamReadConstraints.builder()
                        .maxNestingDepth(limits.jsonDepth())
                        .maxNumberLength(limits.numberDigits())
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(NAME_LENGTH)
                        .build();
        strict =
                JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
                        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                        .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .build();
        twice =
                strict.rebuild()
                        .disable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                        .build();
        lenient =
                JsonMapper.builder(
                                JsonFactory.builder()
                                        .streamReadConstraints(constraints)
                                        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                                        .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                                        .build())
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                        .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .build();
    }

    /// What reading came to.
    sealed interface Read {}

    /// JSON, or what could be taken for it without doubt.
    ///
    /// @param oddity what to note about it, or null
    record Values(List<JsonNode> values, @Nullable Oddity oddity) implements Read {}

    /// Something against the rules that does no harm.
    record Oddity(String code, String message, String sample) {}

    /// Only readable by breaking the rules of JSON, such as `NaN`.
    record Bent(JsonNode value, String why) implements Read {}

    record OverLimit(String why) implements Read {}

    record NotJson(String why) implements Read {}

    Read read(byte[] bytes) {
        try {
            List<JsonNode> values = readAll(strict, bytes);
            return values.isEmpty() ? new NotJson("it is empty") : new Values(values, null);
        } catch (StreamConstraintsException e) {
            return overLimit(e);
        } catch (DatabindException sameKeyTwice) {
            return readLeniently(bytes, true);
        } catch (JacksonException e) {
            return readLeniently(bytes, false);
        }
    }

    private Read readLeniently(byte[] bytes, boolean keysOnly) {
        String why = JsonFault.of(bytes);
        try {
            List<JsonNode> values = readAll(keysOnly ? twice : lenient, bytes);
            if (values.isEmpty()) {
                return new NotJson(why);
            }
            return keysOnly
                    ? new Values(
                            values,
                            new Oddity("dup-keys", "a JSON object has the same key twice", why))
                    : new Bent(values.getFirst(), why);
        } catch (StreamConstraintsException e) {
            return overLimit(e);
        } catch (JacksonException e) {
            return keysOnly ? readLeniently(bytes, false) : readRepaired(bytes, why);
        }
    }

    private Read readRepaired(byte[] bytes, String why) {
        byte[] repaired =
                new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        if (Arrays.equals(bytes, repaired)) {
            return new NotJson(why);
        }
        return switch (read(repaired)) {
            case Values(var values, Oddity _) ->
                    new Values(
                            values,
                            new Oddity(
                                    "invalid-utf8",
                                    "messages are not valid UTF-8",
                                    "no UTF-8 at byte " + Arrays.mismatch(bytes, repaired)));
            case Read other -> other;
        };
    }

    private static List<JsonNode> readAll(JsonMapper mapper, byte[] bytes) {
        List<JsonNode> values = new ArrayList<>(1);
        try (JsonParser parser = new WrittenNumbers(mapper.createParser(bytes))) {
            while (parser.nextToken() != null) {
                values.add(mapper.readTree(parser));
            }
        }
        return values;
    }

    private OverLimit overLimit(StreamConstraintsException e) {
        String text = e.getOriginalMessage();
        if (text.contains("nesting depth")) {
            return new OverLimit(
                    "the message nests deeper than "
                            + limits.jsonDepth()
                            + " levels (limit jsonDepth)");
        }
        if (text.contains("Number value length")) {
            return new OverLimit(
                    "a number in the message has more than "
                            + limits.numberDigits()
                            + " digits (limit numberDigits)");
        }
        if (text.contains("exponent")) {
            return new OverLimit("a number in the message has an exponent beyond all bounds");
        }
        return new OverLimit(
                text.contains("Name length")
                        ? "a member name in the message has more than "
                                + NAME_LENGTH
                                + " characters"
                        : "the message is more than the JSON reader takes");
    }
}
