package dev.benchlight.mcp.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/// What was read is what is sent, and what is looked at has the same values.
class JsonDocumentTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0",
                "1",
                "1e400",
                "12345678901234567890",
                "9007199254740993",
                "2147483648",
                "-9223372036854775809",
                "-0",
                "-0.0",
                "1E+2",
                "1e2",
                "0.10",
                "0.1e-0",
                "1e-7",
                "0.0000001",
                "1e999999999",
                "-1e-2147483649",
                "1e99999999999",
                "\"\\ud800\"",
                "\"a\\udc00b\"",
                "\"\\udc00\\ud800\"",
                "\"😀\"",
                "\"\"",
                "null",
                "\"1\"",
                "\"NaN\"",
                "\"line\\nbreak\""
            })
    void whatIsWrittenForSendingIsTheTextItself(String json) throws Exception {
        assertThat(sent("{\"a\":[" + json + "]}")).isEqualTo("{\"a\":[" + json + "]}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_001, 100_000})
    void everyDigitIsKeptAndLongNumbersCostNoTime(int digits) throws Exception {
        String whole = "-" + "9".repeat(digits);
        String fraction = "0." + "123456789".repeat(digits / 9);

        assertThat(sent("[" + whole + "," + fraction + "]"))
                .isEqualTo("[" + whole + "," + fraction + "]");
    }

    @Test
    void numbersOfAThousandDigitsAreNumbersInTheTree() throws Exception {
        String digits = "7".repeat(1_000);

        assertThat(tree(digits).bigIntegerValue()).isEqualTo(new BigInteger(digits));
        assertThat(tree("0." + digits).decimalValue()).isEqualTo(new BigDecimal("0." + digits));
    }

    @Test
    void theOrderOfMembersIsKept() throws Exception {
        String text = "{\"z\":1,\"a\":{\"y\":2,\"b\":3},\"10\":4,\"9\":5}";

        assertThat(sent(text)).isEqualTo(text);
        assertThat(tree(text).toString()).isEqualTo(text);
    }

    @Test
    void spaceAndEscapesAreNotPartOfTheValues() throws Exception {
        assertThat(sent("\uFEFF{ \"\\u0061\" : [ \"\\u00e9\\/\" ,\n true ] }"))
                .isEqualTo("{\"a\":[\"é/\",true]}");
    }

    @Test
    void aNameMayHoldHalfASurrogatePair() throws Exception {
        JsonNode read = tree(sent("{\"\\ud800\":1,\"\\udc00\":2}"));

        assertThat(read.propertyNames()).containsExactly("\ud800", "\udc00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | true | 1",
                "2147483648 | true | 2147483648",
                "9223372036854775808 | true | 9223372036854775808",
                "-0 | true | 0",
                "1.0 | false | 1.0",
                "1.50 | false | 1.50",
                "1e2 | false | 1E+2",
                "1e400 | false | 1E+400",
                "1e-400 | false | 1E-400",
            })
    void theTreeHasNumbersOfFullPrecision(String text, boolean integral, String value)
            throws Exception {
        assertThat(tree(text).isIntegralNumber()).isEqualTo(integral);
        assertThat(tree(text).decimalValue()).isEqualTo(new BigDecimal(value));
    }

    @Test
    void aNumberBeyondAllArithmeticIsStillWrittenAsItWas() throws Exception {
        assertThat(tree("[1e2147483649,-2e-99999999999]").toString())
                .isEqualTo("[1e2147483649,-2e-99999999999]");
    }

    @Test
    void theTreeHasStringsAsTheyAre() throws Exception {
        assertThat(tree("\"\\ud83d\\ude00 \\ud800 \\t \\/\"").stringValue())
                .isEqualTo("😀 \ud800 \t /");
        assertThat(tree("\"\\uD83D\\uDE00\"").stringValue()).isEqualTo("😀");
    }

    @Test
    void aPlaceIsFoundByItsPointer() throws Exception {
        JsonDocument document =
                JsonDocument.parse("{\"a\":[10,{\"b/c\":[]}],\"\":{\"~\":\"x\"},\"0\":true}");

        assertThat(source(document, "")).isEqualTo(document.text());
        assertThat(source(document, "/a/0")).isEqualTo("10");
        assertThat(source(document, "/a/1/b~1c")).isEqualTo("[]");
        assertThat(source(document, "//~0")).isEqualTo("\"x\"");
        assertThat(source(document, "/0")).isEqualTo("true");
        for (String nowhere : new String[] {"/b", "/a/2", "/a/-1", "/a/x", "/a/0/0", "/0/0"}) {
            assertThat(document.at(JsonPointer.compile(nowhere))).as(nowhere).isEmpty();
        }
    }

    @Test
    void everyValueKnowsItsCharacters() throws Exception {
        JsonDocument document =
                JsonDocument.parse(" [ -1.5e3 , \"a\\\"b\" ,null,{ \"k\" : false } ]");
        var items = ((JsonValue.Arr) document.root()).items();

        assertThat(items.stream().map(document::source))
                .containsExactly("-1.5e3", "\"a\\\"b\"", "null", "{ \"k\" : false }");
        var member = ((JsonValue.Obj) items.getLast()).members().getFirst();
        assertThat(document.text().substring(member.nameStart(), member.nameEnd()))
                .isEqualTo("\"k\"");
        assertThat(document.source(member.value())).isEqualTo("false");
    }

    private static String source(JsonDocument document, String pointer) {
        return document.source(document.at(JsonPointer.compile(pointer)).orElseThrow());
    }

    private static JsonNode tree(String text) throws Exception {
        return JsonDocument.parse(text).tree();
    }

    private static String sent(String text) throws Exception {
        byte[] bytes = MAPPER.writeValueAsBytes(JsonDocument.parse(text).wireTree());
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
