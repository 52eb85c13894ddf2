package dev.benchlight.mcp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.wire.Limits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;

class MessageJsonTest {
    private final MessageJson reader = new MessageJson(new Limits(1, 1, 10, 20, 1, 1, 1, 1));

    private MessageJson.Read read(String json) {
        return reader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private MessageJson.Values values(String json) {
        assertThat(read(json)).isInstanceOf(MessageJson.Values.class);
        return (MessageJson.Values) read(json);
    }

    @Test
    void nestingIsReadUpToTheLimitAndNoDeeper() {
        assertThat(values("[".repeat(10) + "]".repeat(10)).oddity()).isNull();
        assertThat(read("[".repeat(11) + "]".repeat(11)))
                .isEqualTo(
                        new MessageJson.OverLimit(
                                "the message nests deeper than 10 levels (limit jsonDepth)"));
    }

    @Test
    void numbersAreReadUpToTheLimitAndNoLonger() {
        assertThat(values("9".repeat(20)).values().getFirst().bigIntegerValue())
                .hasToString("9".repeat(20));
        assertThat(read("[" + "9".repeat(21) + "]"))
                .isEqualTo(
                        new MessageJson.OverLimit(
                                "a number in the message has more than 20 digits (limit"
                                        + " numberDigits)"));
    }

    @Test
    void aDuplicateKeyIsOddAndTheLastValueCounts() {
        MessageJson.Values read = values("{\"a\":1,\"a\":2}");
        assertThat(read.values().getFirst().path("a").asInt()).isEqualTo(2);
        assertThat(read.oddity())
                .isNotNull()
                .satisfies(oddity -> assertThat(String.valueOf(oddity)).contains("dup-keys"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":1,\"x\":NaN}", "{\"id\":1,\"x\":-Infinity}"})
    void numbersThatJsonDoesNotHaveBendItsRules(String json) {
        assertThat(read(json))
                .isInstanceOfSatisfying(
                        MessageJson.Bent.class,
                        bent -> assertThat(bent.value().path("id").asInt()).isEqualTo(1));
    }

    @Test
    void rawControlCharactersInStringsBendTheRules() {
        assertThat(read("{\"x\":\"a\tb\"}")).isInstanceOf(MessageJson.Bent.class);
    }

    @Test
    void severalValuesAreReadFromOneLine() {
        assertThat(values("{} {\"a\":1}[]").values()).hasSize(3);
    }

    @Test
    void bytesThatAreNoUtf8AreReplacedAndNoted() {
        MessageJson.Read read =
                reader.read("{\"a\":\"caf\u00e9 x\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read)
                .isInstanceOfSatisfying(
                        MessageJson.Values.class,
                        values -> {
                            assertThat(values.values().getFirst().path("a").asString())
                                    .isEqualTo("caf\ufffd x");
                            assertThat(String.valueOf(values.oddity())).contains("invalid-utf8");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "hello", "{\"a\":", "{'a':1}", "{\"a\":1,}", "[1 2]", "{}}"})
    void whatIsNoJsonIsToldAsSuch(String text) {
        assertThat(read(text)).isInstanceOf(MessageJson.NotJson.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | it is empty",
                "hello | expected a value, found \"h\" at byte 0",
                "{\"ä\":NaN} | NaN is not a JSON number at byte 6",
                "[-Infinity] | -Infinity is not a JSON number at byte 1",
                "[1 2] | expected ',' or ']', found \"2\" at byte 3",
                "{} {\"a\":} | expected a value, found \"}\" at byte 8",
                "{\"a\":1,} | expected a member name in quotation marks, found \"}\" at byte 7",
                "{\"a\": | the text ends too early at byte 5",
                "[\"a\tb\"] | a line break or control character in a string must be escaped at byte 3",
                "[\"\\q\"] | not an escape sequence of JSON at byte 2",
                "[\"\\u12G4\"] | \\u must be followed by 4 hex digits at byte 2",
                "[01] | not a number of JSON at byte 1",
                "[+1] | expected a value, found \"+\" at byte 1",
                "{}} | expected a value, found \"}\" at byte 2",
                "[1/*c*/] | expected ',' or ']', found \"/\" at byte 2",
                "<html> | expected a value, found \"<\" at byte 0",
                "{\"a\":1,\"a\":2} | the member \"a\" comes twice at byte 7",
            })
    void whatIsWrongIsSaidInTheTermsOfJson(String text, String why) {
        String said =
                switch (read(text.replace("\\t", "\t"))) {
                    case MessageJson.NotJson(String reason) -> reason;
                    case MessageJson.Bent(JsonNode _, String reason) -> reason;
                    case MessageJson.Values(var _, MessageJson.Oddity oddity) ->
                            oddity == null ? "" : oddity.sample();
                    case MessageJson.OverLimit(String reason) -> reason;
                };
        assertThat(said).isEqualTo(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483648", "-1E-99999999999"})
    void anExponentBeyondAllBoundsIsRefusedAndHarmsNothing(String number) {
        assertThat(read("{\"n\":" + number + "}"))
                .isEqualTo(
                        new MessageJson.OverLimit(
                                "a number in the message has an exponent beyond all bounds"));
    }

    @Test
    void aMemberNameOverTheLimitIsToldWithoutWordsOfTheParser() {
        assertThat(read("{\"" + "x".repeat((1 << 20) + 1) + "\":1}"))
                .isEqualTo(
                        new MessageJson.OverLimit(
                                "a member name in the message has more than 1048576 characters"));
    }

    @Test
    void aDuplicateKeyDoesNotHideWhatBendsTheRules() {
        assertThat(read("{\"a\":1,\"a\":NaN}")).isInstanceOf(MessageJson.Bent.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "1E+3", "1.50", "1e-07", "-0.0", "-0", "0.00001", "12e1"})
    void numbersStayAsTheyWereWritten(String number) {
        JsonNode value = values("{\"n\":" + number + "}").values().getFirst();
        assertThat(value).hasToString("{\"n\":" + number + "}");
        assertThat(value.path("n").asString()).isEqualTo(number);
        assertThat(JsonMapper.shared().writeValueAsString(value))
                .isEqualTo("{\"n\":" + number + "}");
        assertThat(value.path("n").decimalValue()).isEqualByComparingTo(number);
    }

    @Test
    void numbersKeepEveryDigit() {
        assertThat(values("1234567890.123456789").values().getFirst().decimalValue())
                .hasToString("1234567890.123456789");
        assertThat(values("9007199254740993").values().getFirst()).hasToString("9007199254740993");
    }
}
