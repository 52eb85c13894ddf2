package dev.benchlight.mcp.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.util.List;

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

    @ParameterizedTest
    @ValueSource(strings = {"allOf", "anyOf", "oneOf"})
    void aSchemaThatDoublesThirtyTimesIsStopped(String keyword) {
        StringBuilder schema = new StringBuilder("{'$ref':'#/$defs/a0','$defs':{");
        for (int i = 0; i < 30; i++) {
            String next = "{'$ref':'#/$defs/a" + (i + 1) + "'}";
            schema.append("'a%d':{'%s':[%s,%s]},".formatted(i, keyword, next, next));
        }
        JsonNode doubling = Json.of(schema + "'a30':{'type':'string'}}}");

        assertTimeoutPreemptively(
                SOON,
                () -> {
                    assertThat(SchemaValidator.validate(doubling, Json.of("1")))
                            .noneMatch(SchemaProblem::checked)
                            .hasSize(1);
                    assertThat(new SchemaReader(doubling).read(doubling)).isNotNull();
                    assertThat(ArgumentParser.parse(doubling, List.of("x=1"))).isNotNull();
                });
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
                        assertThat(SchemaValidator.validate(deep, Json.of("1")))
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
