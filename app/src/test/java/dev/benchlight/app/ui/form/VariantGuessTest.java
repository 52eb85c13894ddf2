package dev.benchlight.app.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.json.JsonSyntaxException;
import dev.benchlight.mcp.schema.Field;
import dev.benchlight.mcp.schema.SchemaReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

class VariantGuessTest {
    private static final String SHAPES =
            """
            {"anyOf":[
              {"type":"string"},
              {"type":"integer"},
              {"type":"array","items":{}},
              {"type":"object","required":["kind"],"properties":{"kind":{"const":"a"},"x":{}}},
              {"type":"object","required":["kind"],"properties":{"kind":{"const":"b"},"x":{}}},
              {"type":"object","properties":{"size":{"type":"number"},"name":{"type":"string"}}}]}
            """;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "\"t\" | 0",
                "5 | 1",
                "[] | 2",
                "{\"kind\":\"a\"} | 3",
                "{\"x\":1,\"kind\":\"b\"} | 4",
                "{\"size\":1,\"name\":\"n\"} | 5",
                "{\"name\":\"n\"} | 5"
            })
    void theShapeOfAValueIsRecognised(String value, int variant) throws Exception {
        assertThat(guess(SHAPES, value, 0)).isEqualTo(variant);
    }

    @Test
    void theOneBeforeStaysWhereNoneIsBetter() throws Exception {
        String alike = "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"string\",\"maxLength\":9}]}";

        assertThat(guess(alike, "\"t\"", 1)).isEqualTo(1);
        assertThat(guess(alike, "\"t\"", 0)).isZero();
        assertThat(guess(alike, "{}", 1)).isEqualTo(1);
    }

    @Test
    void variantsThatAreTheirOwnVariantsEnd() throws Exception {
        String endless =
                "{\"anyOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"},{\"$ref\":\"#\"},"
                        + "{\"type\":\"string\"}]}";

        assertThat(guess(endless, "\"t\"", 0)).isEqualTo(0);
        assertThat(guess(endless, "\"t\"", 3)).isEqualTo(3);
    }

    private static int guess(String schema, String value, int before) throws JsonSyntaxException {
        JsonNode root = JsonDocument.parse(schema).tree();
        SchemaReader reader = new SchemaReader(root);
        Field.Variants variants = (Field.Variants) reader.read(root);
        JsonDocument document = JsonDocument.parse(value);
        return VariantGuess.best(reader, variants.variants(), document, document.root(), before);
    }
}
