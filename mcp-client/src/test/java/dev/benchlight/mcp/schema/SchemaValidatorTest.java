package dev.benchlight.mcp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NullNode;

import java.util.List;

/// Each problem stands where the value must change, and says in one sentence what was expected and
/// what came.
class SchemaValidatorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'number'} | 'abc' | Expected number, but this is the text 'abc'.",
                "{'type':'integer'} | 1.5 | Expected integer, but this is the number 1.5.",
                "{'type':'boolean'} | 'true' | Expected boolean, but this is the text 'true'.",
                "{'type':'string'} | 5 | Expected string, but this is the number 5.",
                "{'type':'object'} | [] | Expected object, but this is an array.",
                "{'type':'array'} | {} | Expected array, but this is an object.",
                "{'type':['string','null']} | true | Expected string or null, but this is true.",
                "{'type':'string'} | null | Expected string, but this is null.",
                "{'enum':['x',1,null]} | 'y' | Expected one of ['x',1,null], but this is the text"
                        + " 'y'.",
                "{'const':'x'} | 1 | Expected 'x', but this is the number 1.",
                "{'minimum':3} | 2.99 | Expected at least 3, but this is the number 2.99.",
                "{'maximum':3} | 4 | Expected at most 3, but this is the number 4.",
                "{'exclusiveMinimum':3} | 3 | Expected more than 3, but this is the number 3.",
                "{'exclusiveMaximum':3} | 3.0 | Expected less than 3, but this is the number 3.0.",
                "{'multipleOf':0.1} | 0.35 | Expected a multiple of 0.1, but this is the number"
                        + " 0.35.",
                "{'minLength':2} | '😀' | Expected at least 2 characters, but this is the text"
                        + " '😀'.",
                "{'maxLength':2} | 'abc' | Expected at most 2 characters, but this is the text"
                        + " 'abc'.",
                "{'pattern':'^a+$'} | 'b' | Expected a match of ^a+$, but this is the text 'b'.",
                "{'format':'date'} | '2026-02-30' | Expected the format date, but this is the text"
                        + " '2026-02-30'.",
                "{'minItems':2} | [1] | Expected at least 2 items; there is 1.",
                "{'maxItems':1} | [1,2] | Expected at most 1 item; there are 2.",
                "{'uniqueItems':true} | [1,1.0] | Expected no two items to be equal.",
                "{'contains':{'type':'string'}} | [1] | Expected at least 1 item to fit"
                        + " `contains`.",
                "{'contains':{'type':'string'},'maxContains':1} | ['a','b'] | Expected at most 1"
                        + " item to fit `contains`.",
                "{'minProperties':1} | {} | Expected at least 1 member; there are 0.",
                "{'maxProperties':0} | {'a':1} | Expected at most 0 members; there is 1.",
                "{'not':{'type':'string'}} | 'a' | The schema does not allow this value.",
                "false | 'a' | The schema does not allow this value.",
                "{'oneOf':[{'type':'integer'},{'minimum':2}]} | 3 | Expected exactly one of the"
                        + " variants to fit, but several do.",
            })
    void whatCameIsSaidBesideWhatWasExpected(String schema, String value, String sentence) {
        assertThat(Json.problems(schema, value)).containsExactly(" " + sentence.replace('`', '`'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'required':['a']} | {} | /a Required, but not set.",
                "{'properties':{'o':{'required':['x/y']}}} | {'o':{}} | /o/x~1y Required, but not"
                        + " set.",
                "{'dependentRequired':{'a':['b']}} | {'a':1} | /b Required beside a, but not set.",
                "{'dependentSchemas':{'a':{'required':['b']}}} | {'a':1} | /b Required, but not"
                        + " set.",
                "{'additionalProperties':false} | {'x/y':1} | /x~1y The schema does not allow this"
                        + " member.",
                "{'unevaluatedProperties':false,'properties':{'a':{}}} | {'a':1,'b':1} | /b The"
                        + " schema does not allow this member.",
                "{'properties':{'a':false}} | {'a':1} | /a The schema does not allow this value.",
                "{'propertyNames':{'maxLength':1}} | {'ab':1} | /ab The schema does not allow this"
                        + " name.",
                "{'patternProperties':{'^x':{'type':'string'}}} | {'x1':1} | /x1 Expected string,"
                        + " but this is the number 1.",
                "{'additionalProperties':{'type':'string'}} | {'x1':1} | /x1 Expected string, but"
                        + " this is the number 1.",
                "{'items':{'maximum':3}} | [1,4] | /1 Expected at most 3, but this is the number"
                        + " 4.",
                "{'prefixItems':[{}],'items':false} | [1,2] | /1 The schema does not allow this"
                        + " item.",
                "{'prefixItems':[{}],'unevaluatedItems':false} | [1,2] | /1 The schema does not"
                        + " allow this item.",
                "{'items':{'items':{'type':'string'}}} | [['a'],['b',1]] | /1/1 Expected string,"
                        + " but this is the number 1.",
                "{'if':{'required':['a']},'then':{'required':['b']}} | {'a':1} | /b Required, but"
                        + " not set.",
                "{'allOf':[{'required':['a']},{'required':['b']}]} | {'a':1} | /b Required, but"
                        + " not set.",
                "{'properties':{'0':{'type':'string'}}} | {'0':1} | /0 Expected string, but this"
                        + " is the number 1.",
                "{'properties':{'':{'type':'string'}}} | {'':1} | / Expected string, but this is"
                        + " the number 1.",
            })
    void aProblemStandsWhereTheValueMustChange(String schema, String value, String problem) {
        assertThat(Json.problems(schema, value)).containsExactly(problem);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        String schema =
                """
                {'type':'object','properties':{'n':{'type':'number'},'s':{'minLength':2},
                 'l':{'items':{'enum':['a']}}},'required':['n','s','z'],
                 'additionalProperties':false}
                """;

        assertThat(Json.validate(schema, "{'n':'1','s':'','l':['a','b'],'x':0}"))
                .extracting(p -> p.pointer().toString())
                .containsExactlyInAnyOrder("/n", "/s", "/l/1", "/z", "/x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'integer'} | 1.0",
                "{'type':'integer'} | 1e3",
                "{'type':'integer'} | 12345678901234567890",
                "{'type':'number'} | -0",
                "{'multipleOf':0.01} | 19.99",
                "{'const':1} | 1.0",
                "{'enum':[1e2]} | 100",
                "{'maximum':9007199254740993} | 9007199254740993",
                "{'minLength':1,'maxLength':1} | '😀'",
                "{'minLength':1,'maxLength':1} | '\\ud800'",
                "{'type':'string','pattern':'^(?=a)a'} | 'ab'",
                "{'pattern':'b'} | 'abc'",
                "{'pattern':'^\\\\p{L}+$'} | 'Größe'",
                "{'pattern':'^a$'} | 5",
                "{'format':'uri'} | 5",
                "{'format':'no-such-format'} | 'x'",
                "{'required':['a']} | []",
                "{'properties':{'a':{'type':'string'}}} | {}",
                "{'items':{'type':'string'}} | []",
                "{'anyOf':[{'type':'string'},{'type':'null'}]} | null",
                "{'default':5,'examples':[1],'title':1,'x-own':{'type':'strnig'}} | 'x'",
                "true | 1",
                "{} | null",
            })
    void whatIsValidHasNoProblems(String schema, String value) {
        assertThat(Json.problems(schema, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "date,2026-11-21,21.11.2026",
        "date-time,2026-11-21T08:40:00Z,2026-11-21 08:40",
        "time,08:40:00Z,8:40",
        "duration,P1DT2H,1 day",
        "email,a@example.com,a@",
        "hostname,example.com,exa mple",
        "ipv4,192.0.2.1,192.0.2.256",
        "ipv6,2001:db8::1,2001:db8:::1",
        "uri,https://example.com/a,not a uri",
        "uri-reference,../a?b#c,a b",
        "uuid,123e4567-e89b-12d3-a456-426614174000,123e4567",
        "json-pointer,/a/0,a/0",
        "regex,^a+$,(",
    })
    void formatsAreHeldTo(String format, String good, String bad) {
        String schema = "{'format':'" + format + "'}";

        assertThat(Json.problems(schema, "'" + good + "'")).isEmpty();
        assertThat(Json.problems(schema, "'" + bad + "'"))
                .containsExactly(
                        " Expected the format %s, but this is the text '%s'."
                                .formatted(format, bad));
    }

    @Test
    void longValuesAreShownCutShort() {
        String long100 = "x".repeat(100);

        assertThat(Json.problems("{'type':'number'}", "'" + long100 + "'"))
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith("xxx….").hasSizeLessThan(120));
        assertThat(Json.problems("{'const':'" + long100 + "'}", "1"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("…, but this is the number 1."));
    }

    @Test
    void numbersAreShownAsTheyWereWritten() {
        assertThat(Json.problems("{'type':'string'}", "-0"))
                .containsExactly(" Expected string, but this is the number -0.");
        assertThat(Json.problems("{'maximum':1}", "1e400"))
                .containsExactly(" Expected at most 1, but this is the number 1e400.");
        assertThat(Json.problems("{'type':'number'}", "'\\udc00'"))
                .containsExactly(" Expected number, but this is the text '\\udc00'.");
    }

    @Test
    void aToolWithoutSchemaTakesAnything() {
        JsonNode value = Json.of("{'a':1}");

        assertThat(SchemaValidator.validate(MissingNode.getInstance(), value)).isEmpty();
        assertThat(SchemaValidator.validate(NullNode.instance, value)).isEmpty();
    }

    @Test
    void nothingGivenIsChanged() {
        JsonNode schema = Json.of("{'type':'strnig','properties':{'a':{'$ref':'#/no'}}}");
        JsonNode value = Json.wire("{'a':1e999999999,'b':-0}");
        List<String> before = List.of(schema.toString(), value.toString());

        SchemaValidator.validate(schema, value);

        assertThat(List.of(schema.toString(), value.toString())).isEqualTo(before);
    }

    @Test
    void aThreadThatIsInterruptedStopsWaitingAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThat(SchemaValidator.validate(Json.of("{}"), Json.of("1")))
                    .noneMatch(SchemaProblem::checked)
                    .singleElement()
                    .satisfies(p -> assertThat(p.message()).contains("interrupted"));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }
}
