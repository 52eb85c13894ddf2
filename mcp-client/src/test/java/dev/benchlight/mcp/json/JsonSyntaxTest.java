package dev.benchlight.mcp.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which texts are JSON, and where and why a text is not.
class JsonSyntaxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                " \t\r\n true \t\r\n ",
                "\"\"",
                "\"\\u0000\\b\\f\\n\\r\\t\\/\\\\\\\"\"",
                "\"\u2028\u2029\u007f\"",
                "-0",
                "-0.0e-0",
                "0E+00",
                "{}",
                "[ ]",
                "[[],{},[{}]]",
                "{\"\":{\"\":0},\" \":1}",
                "{\"a\":1,\"A\":2,\"\\u00e1\":3,\"a\\u0301\":4}",
                "\uFEFF{}",
            })
    void whatTheGrammarAllowsIsRead(String text) throws Exception {
        JsonDocument document = JsonDocument.parse(text);

        assertThat(document.text()).isEqualTo(text);
        assertThat(document.source(document.root())).isEqualTo(text.replace("\uFEFF", "").strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "01 | 0",
                "-01 | 0",
                "+1 | 0",
                ".5 | 0",
                "1. | 0",
                "1.e3 | 0",
                "1e | 0",
                "1e+ | 0",
                "0x1F | 0",
                "1_000 | 1",
                "- | 0",
                "--1 | 0",
                "[1,.5] | 3",
                "NaN | 0",
                "-NaN | 0",
                "Infinity | 0",
                "{\"n\":-Infinity} | 5",
                "١٢ | 0",
            })
    void onlyNumbersOfJsonAreNumbers(String text, int offset) {
        assertThat(failure(text).offset()).isEqualTo(offset);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":2} | 7 | the member \"a\" comes twice",
                "{\"a\":1,\"\\u0061\":2} | 7 | the member \"a\" comes twice",
                "{\"a\":} | 5 | expected a value, found \"}\"",
                "{\"a\" 1} | 5 | expected ':', found \"1\"",
                "{\"a\":1,} | 7 | expected a member name in quotation marks, found \"}\"",
                "{\"a\":1 \"b\":2} | 7 | expected ',' or '}', found \"\\\"\"",
                "{,} | 1 | expected a member name in quotation marks, found \",\"",
                "[1 2] | 3 | expected ',' or ']', found \"2\"",
                "[1,] | 3 | expected a value, found \"]\"",
                "[,1] | 1 | expected a value, found \",\"",
                "[1} | 2 | expected ',' or ']', found \"}\"",
                "{a:1} | 1 | expected a member name in quotation marks, found \"a\"",
                "{'a':1} | 1 | expected a member name in quotation marks, found \"'\"",
                "'a' | 0 | expected a value, found \"'\"",
                "\"a | 2 | the text ends too early",
                "{\"a\" | 4 | the text ends too early",
                "{\"a\":[1, | 8 | the text ends too early",
                "`` | 0 | the text ends too early",
                "`  ` | 2 | the text ends too early",
                "{} x | 3 | expected the end of the text, found \"x\"",
                "{}{} | 2 | expected the end of the text, found \"{\"",
                "nullx | 4 | expected the end of the text, found \"x\"",
                "nul | 0 | expected a value, found \"n\"",
                "True | 0 | expected a value, found \"T\"",
                "undefined | 0 | expected a value, found \"u\"",
                "[😀] | 1 | expected a value, found \"😀\"",
                "// c | 0 | expected a value, found \"/\"",
                "\"\\x\" | 1 | not an escape sequence of JSON",
                "\"\\ | 1 | not an escape sequence of JSON",
                "\"\\u12g4\" | 1 | \\u must be followed by 4 hex digits",
                "\"\\u12 | 1 | \\u must be followed by 4 hex digits",
            })
    void aTextThatIsNotJsonNamesThePlace(String text, int offset, String message) {
        JsonSyntaxException failure = failure(text);

        assertThat(failure).hasMessage(message);
        assertThat(failure.offset()).isEqualTo(offset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\t", "\u0000", "\u001f"})
    void controlCharactersInStringsMustBeEscaped(String control) {
        JsonSyntaxException failure = failure("[\"ab" + control + "\"]");

        assertThat(failure).hasMessageContaining("must be escaped");
        assertThat(failure.offset()).isEqualTo(4);
    }

    @Test
    void spaceThatJsonDoesNotKnowIsRefused() {
        assertThat(failure("[1,\u00a02]").offset()).isEqualTo(3);
        assertThat(failure("{}\u2003").offset()).isEqualTo(2);
    }

    @Test
    void aByteOrderMarkIsOnlyForTheStart() {
        assertThat(failure("{\uFEFF}").offset()).isEqualTo(1);
        assertThat(failure("\uFEFF\uFEFF{}").offset()).isEqualTo(1);
        assertThat(failure("\uFEFF").offset()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[|]", "{\"a\":|}"})
    void fiveHundredLevelsAreReadAndNoMore(String level) throws Exception {
        String open = level.substring(0, level.indexOf('|'));
        String close = level.substring(level.indexOf('|') + 1);

        String deepest = open.repeat(500) + "1" + close.repeat(500);
        assertThat(JsonDocument.parse(deepest).tree().toString()).isEqualTo(deepest);

        JsonSyntaxException failure = failure(open.repeat(501) + "1" + close.repeat(501));
        assertThat(failure).hasMessage("nested deeper than 500 levels");
        assertThat(failure.offset()).isEqualTo(500 * open.length());
    }

    @Test
    void depthIsRefusedBeforeTheRestIsRead() {
        assertThatThrownBy(() -> JsonDocument.parse("[".repeat(1_000_000)))
                .hasMessage("nested deeper than 500 levels");
    }

    @Test
    void onlyNestingCountsAsDepth() throws Exception {
        assertThat(JsonDocument.parse("[" + "[],{},".repeat(1_000) + "0]").tree()).hasSize(2_001);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\n  \"a\": x\n}` | 2 | 8",
                "`{\r\n  \"a\": x\r\n}` | 2 | 8",
                "`{\r  \"a\": x\r}` | 2 | 8",
                "`x` | 1 | 1",
                "`{\"😀\": x}` | 1 | 7",
                "`[1,\n2,\n` | 3 | 1",
                "`\n\n` | 3 | 1",
            })
    void aPlaceIsToldAsLineAndColumn(String text, int line, int column) {
        String lines = text.replace("\\n", "\n").replace("\\r", "\r");

        assertThat(LineColumn.of(lines, failure(lines).offset()))
                .isEqualTo(new LineColumn(line, column))
                .hasToString("line " + line + ", column " + column);
    }

    @Test
    void aPlaceBeyondTheTextIsItsEnd() {
        assertThat(LineColumn.of("ab\ncd", 99)).isEqualTo(new LineColumn(2, 3));
        assertThat(LineColumn.of("ab", -1)).isEqualTo(new LineColumn(1, 1));
        assertThat(LineColumn.of("a\r\nb", 2)).isEqualTo(new LineColumn(1, 3));
    }

    private static JsonSyntaxException failure(String text) {
        return catchThrowableOfType(JsonSyntaxException.class, () -> JsonDocument.parse(text));
    }
}
