package dev.benchlight.mcp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.wire.Limits;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;

class JsonReaderTest {
    private final JsonReader reader = new JsonReader(new Limits(1, 1, 10, 20, 1, 1, 1, 1));

    private JsonReader.Read read(String json) {
        return reader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private JsonReader.Values values(String json) {
        assertThat(read(json)).isInstanceOf(JsonReader.Values.class);
        return (JsonReader.Values) read(json);
    }

    @Test
    void nestingIsReadUpToTheLimitAndNoDeeper() {
        assertThat(values("[".repeat(10) + "]".repeat(10)).oddity()).isNull();
        assertThat(read("[".repeat(11) + "]".repeat(11)))
                .isEqualTo(
                        new JsonReader.OverLimit(
                                "the message nests deeper than 10 levels (limit jsonDepth)"));
    }

    @Test
    void numbersAreReadUpToTheLimitAndNoLonger() {
        assertThat(values("9".repeat(20)).values().getFirst().bigIntegerValue())
                .hasToString("9".repeat(20));
        assertThat(read("[" + "9".repeat(21) + "]"))
                .isEqualTo(
                        new JsonReader.OverLimit(
                                "a number in the message has more than 20 digits (limit"
                                        + " numberDigits)"));
    }

    @Test
    void aDuplicateKeyIsOddAndTheLastValueCounts() {
        JsonReader.Values read = values("{\"a\":1,\"a\":2}");
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
                        JsonReader.Bent.class,
                        bent -> assertThat(bent.value().path("id").asInt()).isEqualTo(1));
    }

    @Test
    void rawControlCharactersInStringsBendTheRules() {
        assertThat(read("{\"x\":\"a\tb\"}")).isInstanceOf(JsonReader.Bent.class);
    }

    @Test
    void severalValuesAreReadFromOneLine() {
        assertThat(values("{} {\"a\":1}[]").values()).hasSize(3);
    }

    @Test
    void bytesThatAreNoUtf8AreReplacedAndNoted() {
        JsonReader.Read read =
                reader.read("{\"a\":\"caf\u00e9 x\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(read)
                .isInstanceOfSatisfying(
                        JsonReader.Values.class,
                        values -> {
                            assertThat(values.values().getFirst().path("a").asString())
                                    .isEqualTo("caf\ufffd x");
                            assertThat(String.valueOf(values.oddity())).contains("invalid-utf8");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "hello", "{\"a\":", "{'a':1}", "{\"a\":1,}", "[1 2]", "{}}"})
    void whatIsNoJsonIsToldAsSuch(String text) {
        assertThat(read(text)).isInstanceOf(JsonReader.NotJson.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "1E+3", "1.50", "1e-07", "-0.0", "0.00001", "12e1"})
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
