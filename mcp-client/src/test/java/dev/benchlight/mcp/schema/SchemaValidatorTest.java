package dev.benchlight.mcp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.json.JsonDocument;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

class SchemaValidatorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'number'} | 'abc' | '' Expected number, but this is the text 'abc'.",
                "{'type':'integer'} | 1.5 | '' Expected integer, but this is the number 1.5.",
                "{'required':['a']} | {} | '/a' Required, but not set.",
                "{'additionalProperties':false} | {'x/y':1} | '/x~1y' The schema does not allow"
                        + " this member.",
                "{'properties':{'a':{'enum':['x','y']}}} | {'a':1} | '/a' Expected one of"
                        + " ['x','y'], but this is the number 1.",
                "{'items':{'maximum':3}} | [1,4] | '/1' Expected at most 3, but this is the number"
                        + " 4.",
                "{'properties':{'d':{'format':'date'}}} | {'d':'x'} | '/d' Expected the format"
                        + " date, but this is the text 'x'.",
                "{'anyOf':[{'type':'null'},{'type':'object','required':['k']}]} | {} | '/k'"
                        + " Required, but not set.",
                "{'oneOf':[{'properties':{'t':{'const':'a'}},'required':['t']},{'properties':{'t':{'const':'b'},'n':{'type':'number'}}}]}"
                        + " | {'t':'b','n':''} | '/n' Expected number, but this is the text ''.",
                "{'pattern':'^a+$'} | 'b' | '' Expected a match of ^a+$, but this is the text 'b'.",
                "{'if':{'required':['a']},'then':{'required':['b']}} | {'a':1} | '/b' Required, but"
                        + " not set.",
                "{'properties':{'n':{'$ref':'#'}},'required':['v']} | {'v':1,'n':{}} | '/n/v'"
                        + " Required, but not set.",
            })
    void aProblemStandsWhereTheValueMustChange(String schema, String value, String problem)
            throws Exception {
        List<SchemaProblem> problems = SchemaValidator.validate(json(schema), json(value));

        assertThat(problems).allMatch(SchemaProblem::checked);
        assertThat(problems.stream().map(p -> "'" + p.pointer() + "' " + p.message()))
                .containsExactly(problem.replace('\'', '"').replaceFirst("^\"(.*?)\"", "'$1'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'integer'} | 1.0",
                "{'type':'integer'} | 12345678901234567890",
                "{'type':'string','pattern':'^(?=a)a'} | 'ab'",
                "true | 1",
                "{} | null",
                "{'$schema':'https://example.com/own','type':'object'} | {}",
                "{'$schema':'http://json-schema.org/draft-07/schema#','type':'object'} | {}",
            })
    void whatIsValidHasNoProblems(String schema, String value) throws Exception {
        assertThat(SchemaValidator.validate(json(schema), json(value))).isEmpty();
    }

    @Test
    void whatCannotBeCheckedIsSaidAndIsNoPass() throws Exception {
        JsonNode text = json("'" + "a".repeat(40) + "!'");
        assertUnchecked(json("{'pattern':'^(a|aa)+\\\\1b$'}"), text, "too costly");
        assertUnchecked(json("{'pattern':'('}"), text, "could not be applied");
        assertUnchecked(json("{'$ref':'http://192.0.2.1/x.json'}"), json("1"), "Not fetched");
        assertUnchecked(json("{'$ref':'#/$defs/none'}"), json("1"), "could not be applied");
        assertUnchecked(json("5"), json("1"), "neither an object nor a boolean");
        assertUnchecked(json("{'multipleOf':2}"), json("1e99999999"), "too large");
        assertThat(SchemaValidator.validate(json("{'pattern':'^(a+)+$'}"), text))
                .allMatch(SchemaProblem::checked)
                .hasSize(1);
        assertThat(SchemaValidator.validate(MissingNode.getInstance(), text)).isEmpty();
    }

    @Test
    void hostileSchemasAreBounded() throws Exception {
        ObjectNode wide = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = wide.putObject("properties");
        for (int i = 0; i < 10_000; i++) {
            properties.putObject("p" + i).put("type", "string");
        }
        assertThat(SchemaValidator.validate(wide, json("{'p9999':1}"))).hasSize(1);

        JsonNode deep = json("{'type':'string'}");
        JsonNode value = json("1");
        for (int i = 0; i < 400; i++) {
            ObjectNode outer = JsonNodeFactory.instance.objectNode();
            outer.putObject("properties").set("n", deep);
            deep = outer;
            value = JsonNodeFactory.instance.objectNode().set("n", value);
        }
        assertThat(SchemaValidator.validate(deep, value)).hasSize(1);

        JsonNode loop =
                json(
                        "{'$defs':{'a':{'$ref':'#/$defs/b'},'b':{'$ref':'#/$defs/a'}},'$ref':'#/$defs/a'}");
        assertThat(SchemaValidator.validate(loop, json("1")))
                .noneMatch(SchemaProblem::checked)
                .hasSize(1);
    }

    private static void assertUnchecked(JsonNode schema, JsonNode value, String message) {
        assertThat(SchemaValidator.validate(schema, value))
                .anySatisfy(problem -> {
                    assertThat(problem.checked()).isFalse();
                    assertThat(problem.message()).contains(message);
                });
    }

    private static JsonNode json(String text) throws Exception {
        return JsonDocument.parse(text.replace('\'', '"')).tree();
    }
}
