package dev.benchlight.mcp.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

class JsonTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a\"b\\c/d | \"a\\\"b\\\\c/d\"",
                "é😀 | \"é😀\"",
                "`` | \"\"",
            })
    void onlyWhatMustBeIsEscaped(String value, String json) {
        assertThat(JsonText.quote(value)).isEqualTo(json);
    }

    @Test
    void controlCharactersAndHalfPairsAreEscapedSoThatTheyCanBeSeen() {
        assertThat(JsonText.quote("\b\f\n\r\t")).isEqualTo("\"\\b\\f\\n\\r\\t\"");
        assertThat(JsonText.quote("\0\u001b\u007f")).isEqualTo("\"\\u0000\\u001b\\u007f\"");
        assertThat(JsonText.quote("\ud800x")).isEqualTo("\"\\ud800x\"");
        assertThat(JsonText.quote("\ude00\ud83d")).isEqualTo("\"\\ude00\\ud83d\"");
        assertThat(JsonText.quote("\ud83d\ud83d\ude00")).isEqualTo("\"\\ud83d😀\"");
    }

    @Test
    void whatIsQuotedReadsBackAsItWas() throws Exception {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            StringBuilder value = new StringBuilder();
            for (int i = random.nextInt(8); i > 0; i--) {
                value.append(
                        (char) (random.nextBoolean() ? random.nextInt(0x80) : random.nextInt()));
            }
            String quoted = JsonText.quote(value.toString());

            assertThat(JsonDocument.parse(quoted).root())
                    .isEqualTo(new JsonValue.Str(0, quoted.length(), value.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "10", "1.0", "1e5", "1E-05", "-1.25e+400"})
    void aNumberOfJsonIsOne(String text) {
        assertThat(JsonText.isNumber(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1 ", "01", "+1", "1.", ".1", "1e", "0x1", "1f", "NaN", "١"})
    void aTextThatOtherLanguagesTakeForANumberIsNone(String text) {
        assertThat(JsonText.isNumber(text)).isFalse();
    }
}
