package dev.benchlight.mcp.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/// A number that arithmetic would never end on is not calculated with. All else is checked, also
/// the number's own type and, by its sign and size, its range.
class HugeNumbersTest {
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String NOTE =
            "The number is too large or too small to be checked in full.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "-1e999999999",
                "1e-999999999",
                "1e99999999999999999999",
                "-1.5E-99999999999",
                "2e10001",
            })
    void theRestOfTheValueIsStillChecked(String number) {
        String schema =
                "{'properties':{'n':{'type':'number'},'s':{'type':'string'}},'required':['z']}";

        assertTimeoutPreemptively(
                SOON,
                () ->
                        assertThat(Json.problems(schema, "{'n':" + number + ",'s':1}"))
                                .containsExactlyInAnyOrder(
                                        "/s Expected string, but this is the number 1.",
                                        "/z Required, but not set.",
                                        "/n? " + NOTE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'string'} | 1e999999999 | Expected string, but this is the number"
                        + " 1e999999999.",
                "{'type':'integer'} | 1e-999999999 | Expected integer, but this is the number"
                        + " 1e-999999999.",
                "{'maximum':100} | 1e99999999999 | Expected at most 100, but this is the number"
                        + " 1e99999999999.",
                "{'minimum':0} | -1e999999999 | Expected at least 0, but this is the number"
                        + " -1e999999999.",
                "{'exclusiveMaximum':0} | 1e-999999999 | Expected less than 0, but this is the"
                        + " number 1e-999999999.",
            })
    void whatIsCertainIsRefused(String schema, String number, String problem) {
        assertThat(Json.problems(schema, number)).containsExactly(" " + problem, "? " + NOTE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'integer'} | 1e999999999",
                "{'minimum':5} | 1e999999999",
                "{'maximum':5} | 1e-999999999",
                "{'multipleOf':7} | 1e999999999",
                "{'const':3} | 1e999999999",
                "{'enum':[1,2]} | -1e999999999",
                "{'uniqueItems':true} | [1e999999999,2e999999999]",
            })
    void whatIsNotCertainIsNotRefused(String schema, String number) {
        assertThat(Json.validate(schema, number)).isNotEmpty().noneMatch(SchemaProblem::checked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0e999999999", "-0.0e-99999999999", "-0", "1e9999", "1e-9999"})
    void numbersThatCanBeCalculatedWithNeedNoNote(String number) {
        assertThat(Json.problems("{'type':'number','minimum':-1}", number)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1e400,true",
        "-1.5e30,false",
        "0.5,false",
        "1e-400,false",
        "9223372036854775808.0,true",
    })
    void integersBeyondALongAreHeldToTheirLimits(String number, boolean fits) {
        String schema = "{'type':'integer','minimum':1,'exclusiveMaximum':1e500}";

        assertThat(Json.validate(schema, number)).allMatch(SchemaProblem::checked);
        assertThat(Json.validate(schema, number).isEmpty()).isEqualTo(fits);
    }

    @Test
    void numbersOfManyDigitsAreNumbers() {
        String digits = "7".repeat(1_000);
        assertThat(Json.problems("{'type':'integer','minimum':1}", digits)).isEmpty();
        assertThat(Json.problems("{'multipleOf':10}", digits)).hasSize(1);

        String tooMany = "7".repeat(100_000);
        assertThat(Json.problems("{'type':'integer','minimum':1}", tooMany))
                .containsExactly("? " + NOTE);
        assertThat(Json.problems("{'maximum':1}", "0." + tooMany)).containsExactly("? " + NOTE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'multipleOf':1e-999999999",
                "'multipleOf':1e999999999",
                "'minimum':1e999999999",
                "'exclusiveMaximum':-1e999999999",
                "'maxLength':1e999999999",
                "'enum':[1,1e999999999]",
                "'const':{'a':[1e999999999]}",
                "'minimum':1e99999999999",
            })
    void aHugeNumberInTheSchemaIsLeftOutAndTheRestHolds(String keyword) {
        assertTimeoutPreemptively(
                SOON,
                () ->
                        assertThat(Json.problems("{" + keyword + ",'type':'string'}", "5"))
                                .hasSize(2)
                                .anyMatch(p -> p.startsWith(" Expected string"))
                                .anyMatch(p -> p.startsWith("? Not checked, as the schema is")));
    }
}
