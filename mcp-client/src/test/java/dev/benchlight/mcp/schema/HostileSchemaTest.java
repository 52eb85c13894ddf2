package dev.benchlight.mcp.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.networknt.schema.regex.RegularExpression;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Schemas that are made to take for ever or to fill the memory end soon, and what they kept from
/// being checked is said: that is neither a pass nor a refusal.
class HostileSchemaTest {
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String COSTLY = "^(a|aa)+\\\\1b$";
    private static final String TEXT = "'" + "a".repeat(40) + "!'";
    private static final String TOO_COSTLY = "The pattern ^(a|aa)+\\1b$ is too costly to check.";

    @Test
    void aCostlyPatternIsNoPassAndNoRefusalAndTheRestHolds() {
        String schema = "{'properties':{'p':{'pattern':'" + COSTLY + "'},'q':{'type':'string'}}}";

        assertThat(Json.problems(schema, "{'p':" + TEXT + ",'q':1}"))
                .containsExactlyInAnyOrder(
                        "/p? " + TOO_COSTLY, "/q Expected string, but this is the number 1.");
        assertThat(Json.problems(schema, "{'p':'ab'}"))
                .as("where it is cheap, it decides")
                .containsExactly(
                        "/p Expected a match of ^(a|aa)+\\1b$, but this is the text 'ab'.");
        assertThat(Json.problems(schema, "{'p':'aaaab'}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'not':{'pattern':'P'}} | T",
                "{'anyOf':[{'pattern':'P'},{'const':5}]} | T",
                "{'oneOf':[{'maxLength':1},{'pattern':'P'}]} | T",
                "{'if':{'pattern':'P'},'then':true} | T",
                "{'contains':{'pattern':'P'},'minContains':0} | [T]",
            })
    void aCostlyPatternIsToldWhereverItStands(String schema, String value) {
        assertThat(Json.problems(schema.replace("P", COSTLY), value.replace("T", TEXT)))
                .containsExactly("? " + TOO_COSTLY);
    }

    @Test
    void aMemberWhoseNameIsTooCostlyToMatchIsNotRefused() {
        assertThat(
                        Json.validate(
                                "{'patternProperties':{'"
                                        + COSTLY
                                        + "':{}},"
                                        + "'additionalProperties':false}",
                                "{" + TEXT + ":1}"))
                .noneMatch(SchemaProblem::checked)
                .hasSize(1);
    }

    @Test
    void manyCostlyMatchesShareOneBudget() {
        String items = (TEXT + ",").repeat(500);

        assertTimeoutPreemptively(
                SOON,
                () ->
                        assertThat(
                                        Json.validate(
                                                "{'items':{'pattern':'" + COSTLY + "'}}",
                                                "[" + items + TEXT + "]"))
                                .noneMatch(SchemaProblem::checked)
                                .isNotEmpty());
    }

    @Test
    void whatMatchesCostIsCountedAndNeverMoreThanTheBudget() {
        Patterns patterns = new Patterns();
        RegularExpression costly = patterns.compile("^(a|aa)+\\1b$");

        costly.matches("a".repeat(40) + "!");
        assertThat(patterns.spent()).isEqualTo(Patterns.BUDGET + 1);
        for (int i = 0; i < 500; i++) {
            costly.matches("a".repeat(40 + i) + "!");
        }
        assertThat(patterns.spent())
                .as("the last read of each match is the one that is refused")
                .isBetween(Patterns.WHOLE_BUDGET, Patterns.WHOLE_BUDGET + 501);
        assertThat(patterns.tooCostly().size()).isEqualTo(500);
    }

    @Test
    void theTextbookPatternsAreMatchedInLinearTime() {
        for (String pattern : List.of("^(a+)+$", "^([a-z]+)*$", "^(a|a)*$", "(x+x+)+y")) {
            assertThat(Json.validate("{'pattern':'" + pattern + "'}", TEXT))
                    .as(pattern)
                    .allMatch(SchemaProblem::checked)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{1000}){1000}){1000}",
                "((((a{0,99}){0,99}){0,99}){0,99}){0,99}",
                "(?:(?:(?:b{999}){999}){999}){999}",
                "([^a]{1000}){1000}",
            })
    void aSmallPatternThatUnfoldsToAHugeOneDoesNotFillTheMemory(String pattern) {
        assertThat(RepeatCount.isModest(pattern)).isFalse();
        assertTimeoutPreemptively(
                SOON, () -> Json.validate("{'pattern':'" + pattern + "'}", TEXT + ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "^[a-z]{1,64}$",
                "a{1000}",
                "(a{10}){10}",
                "\\{9999}",
                "[{9999}]",
                "a{,5}",
                "a{"
            })
    void ordinaryCountsAreModest(String pattern) {
        assertThat(RepeatCount.isModest(pattern)).isTrue();
    }

    @Test
    void aLinearPatternOnAHugeTextIsStoppedToo() {
        assertTimeoutPreemptively(
                SOON,
                () ->
                        assertThat(
                                        Json.validate(
                                                "{'pattern':'^(a?){900}(a{900})+$'}",
                                                "'" + "a".repeat(3_000_000) + "b'"))
                                .noneMatch(SchemaProblem::checked)
                                .hasSize(1));
    }

    /// Counted, since a limit that is not there is seen in the count and not in the outcome.
    @ParameterizedTest
    @ValueSource(strings = {"allOf", "anyOf", "oneOf"})
    void aSchemaThatDoublesThirtyTimesIsReadForArgumentsInAFewThousandSteps(String keyword) {
        AtomicLong visits = new AtomicLong();
        JsonNode argument =
                VisitedObject.in(
                        doubling(keyword, "'properties':{'x':{'$ref':'#/$defs/a0'}}", "integer"),
                        visits);
        JsonNode whole =
                VisitedObject.in(doubling(keyword, "'$ref':'#/$defs/a0'", "object"), visits);

        assertTimeoutPreemptively(
                SOON,
                () -> {
                    assertThat(ArgumentParser.parse(argument, List.of("x=no"))).isNotNull();
                    assertThat(ArgumentParser.parse(whole, List.of("x=1"))).isNotNull();
                    assertThat(new SchemaReader(whole).read(whole)).isNotNull();
                });
        assertThat(visits.get()).isBetween(100L, 8_000L);
    }

    /// @param start the members that lead to `a0`
    /// @param type what all of it comes to
    private static JsonNode doubling(String keyword, String start, String type) {
        StringBuilder schema = new StringBuilder("{" + start + ",'$defs':{");
        for (int i = 0; i < 30; i++) {
            String next = "{'$ref':'#/$defs/a" + (i + 1) + "'}";
            schema.append("'a%d':{'%s':[%s,%s]},".formatted(i, keyword, next, next));
        }
        return Json.of(schema + "'a30':{'type':'" + type + "'}}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"allOf", "anyOf", "oneOf"})
    void aSchemaThatDoublesThirtyTimesIsStopped(String keyword) {
        JsonNode doubling = doubling(keyword, "'$ref':'#/$defs/a0'", "string");

        assertTimeoutPreemptively(
                SOON,
                () ->
                        assertThat(Json.validate(doubling, Json.of("1")))
                                .noneMatch(SchemaProblem::checked)
                                .hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'$ref':'#'}",
                "{'$ref':'#/$defs/a','$defs':{'a':{'$ref':'#/$defs/b'},'b':{'$ref':'#/$defs/a'}}}",
                "{'anyOf':[{'$ref':'#'}]}",
                "{'allOf':[{'$ref':'#'},{'type':'string'}]}",
                "{'not':{'$ref':'#'}}",
            })
    void aSchemaThatIsOnlyItselfDecidesNothing(String schema) {
        assertThat(Json.validate(schema, "1")).noneMatch(SchemaProblem::checked).hasSize(1);
    }

    @Test
    void deepSchemasForDeepValuesAreChecked() {
        JsonNode schema = Json.of("{'type':'string'}");
        JsonNode value = Json.of("1");
        for (int i = 0; i < 400; i++) {
            ObjectNode outer = JsonNodeFactory.instance.objectNode();
            outer.putObject("properties").set("n", schema);
            schema = outer;
            value = JsonNodeFactory.instance.objectNode().set("n", value);
        }

        assertThat(Json.validate(schema, value))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.checked()).isTrue();
                    assertThat(problem.pointer()).hasToString("/n".repeat(400));
                });
    }

    @Test
    void depthBeyondAllMeasureIsNoCrash() {
        JsonNode schema = Json.of("{}");
        for (int i = 0; i < 5_000; i++) {
            ObjectNode outer = JsonNodeFactory.instance.objectNode();
            outer.set("not", schema);
            schema = outer;
        }
        JsonNode deep = schema;

        assertTimeoutPreemptively(
                SOON,
                () ->
                        assertThat(Json.validate(deep, Json.of("1")))
                                .noneMatch(SchemaProblem::checked)
                                .hasSize(1));
    }

    @Test
    void aSchemaWithTenThousandMembersIsChecked() {
        ObjectNode wide = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = wide.putObject("properties");
        for (int i = 0; i < 10_000; i++) {
            properties.putObject("p" + i).put("type", "string");
        }

        assertThat(Json.validate(wide, Json.of("{'p9999':1}"))).hasSize(1);
    }

    @Test
    void problemsWithoutNumberAreToldInPart() {
        assertThat(Json.validate("{'items':{'type':'string'}}", "[" + "1,".repeat(5_000) + "1]"))
                .hasSize(500);
    }
}
