package dev.benchlight.render.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.List;

class JsonTextTest {
    private static JsonRow row(String json) {
        return new JsonRow("", "", 0, JsonText.read(json).root());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.0",
                "-7",
                "9007199254740993",
                "123456789012345678901234567890123456789",
                "0.1000",
                "3.14159265358979323846264338327950288419716939937510",
                "1E+400",
                "1e3",
                "1.5e-07",
                "12E1",
                "-0.30"
            })
    void numbersStandAsTheyWereWritten(String number) {
        assertThat(row(number).text()).isEqualTo(number);
        assertThat(row(number).value()).isEqualTo(number);
        assertThat(JsonText.read("[" + number + "]").root()).hasToString("[" + number + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[NaN]", "[1", "[+1]", "[1]//c", "{} {}", "{\"n\":1e2147483648}", "[}"})
    void whatCannotBeReadIsToldWithoutSettingsOfTheParser(String text) {
        assertThatThrownBy(() -> JsonText.read(text))
                .isInstanceOfSatisfying(
                        JacksonException.class,
                        e ->
                                assertThat(JsonText.reason(e))
                                        .isNotBlank()
                                        .doesNotContain("`", "Feature", "REDACTED", "enable"));
    }

    @Test
    void depthIsToldWithoutSettingsOfTheParser() {
        assertThatThrownBy(() -> JsonText.read("[".repeat(501)))
                .isInstanceOfSatisfying(
                        JacksonException.class,
                        e ->
                                assertThat(JsonText.reason(e))
                                        .contains("501")
                                        .doesNotContain("`", "Constraints"));
    }

    @Test
    void longStringsAreCutInTheRowAndCopiedWhole() {
        String text = "x\n".repeat(50_000);
        JsonRow row = row("\"" + text.replace("\n", "\\n") + "\"");
        assertThat(row.text()).hasSizeLessThan(700).endsWith("…\"  (100,000 characters)");
        assertThat(row.value()).isEqualTo(text);
    }

    @Test
    void whatIsInvisibleIsSpelledOut() {
        JsonRow row = new JsonRow("/a", "a\u202eb\nc", 1, JsonText.read("\"\\u200b\"").root());
        assertThat(row.name()).isEqualTo("a\\u202Eb\\nc");
        assertThat(row.text()).isEqualTo("\"\\u200B\"");
        assertThat(row("\"\\u001b[2J\"").value()).isEqualTo("\\u001B[2J");
    }

    @Test
    void aNameThatStandsTwiceIsSaidToDoSo() {
        JsonText read = JsonText.read("{\"a\":1,\"b\":{\"a\":2,\"a\":3}}");
        assertThat(read.root()).hasToString("{\"a\":1,\"b\":{\"a\":3}}");
        assertThat(read.note()).contains("same name twice");
        assertThat(JsonText.read("{\"a\":1}").note()).isEmpty();
    }

    @Test
    void whatIsNoJsonOrTooDeepIsRefused() {
        for (String broken : List.of("{\"a\":", "[1,]", "{} x", "[".repeat(501))) {
            assertThatThrownBy(() -> JsonText.read(broken)).isInstanceOf(JacksonException.class);
        }
    }

    @Test
    void searchFindsNamesAndValuesInTheirOrder() throws Exception {
        JsonNode json =
                JsonText.read("{\"b\":[1,\"Needle\"],\"needle\":{\"x\":true},\"n\":42.50}").root();
        assertThat(JsonSearch.find(json, "NEEDLE", false)).containsExactly("/b/1", "/needle");
        assertThat(JsonSearch.find(json, "NEEDLE", true)).isEmpty();
        assertThat(JsonSearch.find(json, "42.50", false)).containsExactly("/n");
        assertThat(JsonSearch.find(json, "true", false)).containsExactly("/needle/x");
        assertThat(JsonSearch.find(json, "absent", false)).isEmpty();
    }
}
