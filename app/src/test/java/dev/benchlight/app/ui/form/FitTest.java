package dev.benchlight.app.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.json.JsonDocument;
import dev.benchlight.mcp.schema.Field;
import dev.benchlight.mcp.schema.SchemaReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

/// A control that would show a value in another way than it is must not show it at all.
class FitTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{\"type\":\"string\"} | \"a\\nb\\t\" | true",
                "{\"type\":\"string\"} | \"\\r\" | false",
                "{\"type\":\"string\"} | \"\\u0000\" | false",
                "{\"type\":\"string\"} | \"\\ud83d\\ude00\" | true",
                "{\"type\":\"string\"} | \"\\ud83d\" | false",
                "{\"type\":\"string\"} | 5 | false",
                "{\"type\":\"string\"} | null | false",
                "{\"type\":[\"string\",\"null\"]} | null | true",
                "{\"type\":[\"object\",\"null\"]} | null | true",
                "{\"type\":\"number\"} | 1e999999999 | true",
                "{\"type\":\"number\"} | \"1x\" | true",
                "{\"type\":\"number\"} | \"12\" | false",
                "{\"type\":\"number\"} | \"\" | false",
                "{\"type\":\"integer\"} | 1.0 | true",
                "{\"type\":\"boolean\"} | \"true\" | false",
                "{\"enum\":[1,\"1\",true]} | \"1\" | true",
                "{\"enum\":[1,\"1\",true]} | 1.0 | false",
                "{\"enum\":[1,\"1\",true]} | \"true\" | false",
                "{\"const\":{\"a\":[1]}} | {\"a\": [1]} | true",
                "{\"type\":\"array\"} | {} | false",
                "{\"type\":\"object\"} | [] | false"
            })
    void aValueFitsOnlyWhereItIsShownAsItIs(String schema, String value, boolean fits)
            throws Exception {
        JsonNode root = JsonDocument.parse(schema).tree();
        JsonDocument document = JsonDocument.parse(value);
        Field field = new SchemaReader(root).read(root);

        assertThat(Fit.reason(field, document, document.root()) == null).isEqualTo(fits);
    }

    @Test
    void choicesThatLookAlikeAreToldApart() throws Exception {
        String schema =
                "{\"oneOf\":[{\"const\":1},{\"const\":\"1\"},{\"const\":\"x\",\"title\":\"X\"},"
                        + "{\"const\":\"y\",\"title\":\"X\"},{\"const\":null}]}";
        JsonNode root = JsonDocument.parse(schema).tree();
        Field.Choice choice = (Field.Choice) new SchemaReader(root).read(root);

        assertThat(ChoiceControl.labels(choice.options()))
                .containsExactly("1", "\"1\"", "X · \"x\"", "X · \"y\"", "null");
    }
}
