package dev.benchlight.mcp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a new form starts with, before anyone has typed.
class InitialValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'properties':{'a':{'default':1}}} | {}",
                "{'properties':{'a':{'default':1}},'required':['a']} | {\"a\":1}",
                "{'properties':{'a':{'default':null}},'required':['a']} | {\"a\":null}",
                "{'properties':{'a':{'default':1.0}},'required':['a']} | {\"a\":1.0}",
                "{'properties':{'a':{'const':'x'}},'required':['a']} | {\"a\":\"x\"}",
                "{'properties':{'a':{'type':'string'}},'required':['a']} | {}",
                "{'properties':{'a':{'enum':['only']}},'required':['a']} | {}",
                "{'properties':{'o':{'properties':{'b':{'default':2}},'required':['b']}},"
                        + "'required':['o']} | {\"o\":{\"b\":2}}",
                "{'properties':{'o':{'properties':{'b':{'default':2}}}},'required':['o']} | {}",
                "{'properties':{'a':{'$ref':'#/$defs/d'}},'required':['a'],"
                        + "'$defs':{'d':{'default':[1]}}} | {\"a\":[1]}",
                "{'required':['a']} | {}",
                "{'type':'string'} | {}",
                "true | {}",
                "null | {}",
            })
    void onlyRequiredMembersWithOneObviousValueAreFilledIn(String schema, String value) {
        assertThat(InitialValue.of(Json.of(schema))).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'string'} | \"\"",
                "{'type':'integer'} | 0",
                "{'type':'number','minimum':5} | 0",
                "{'type':'boolean'} | false",
                "{'enum':['b','a']} | \"b\"",
                "{'const':{'k':1}} | {\"k\":1}",
                "{'type':'null'} | null",
                "{'type':'array','minItems':2} | []",
                "{'type':'array','uniqueItems':true,'items':{'enum':['a']}} | []",
                "{'type':'object','properties':{'a':{'default':1}},'required':['a']} | {\"a\":1}",
                "{'oneOf':[{'type':'boolean'},{'type':'string'}]} | false",
                "{'type':['string','null']} | \"\"",
                "{'type':'string','default':'d'} | \"d\"",
                "{'type':'string','default':5} | 5",
                "{} | null",
                "{'$ref':'#/no'} | null",
            })
    void aNewItemIsItsDefaultOrTheEmptiestOfItsType(String schema, String blank) {
        JsonNode node = Json.of(schema);

        assertThat(InitialValue.blank(new SchemaReader(node), node)).hasToString(blank);
    }

    @Test
    void aSchemaThatRequiresItselfEnds() {
        JsonNode endless =
                Json.of(
                        "{'type':'object','properties':{'n':{'$ref':'#'},'d':{'default':1}},"
                                + "'required':['n','d']}");
        JsonNode variants = Json.of("{'anyOf':[{'$ref':'#'},{'type':'string'}]}");

        assertThat(InitialValue.of(endless).toString()).startsWith("{\"n\":{\"n\":{");
        assertThat(InitialValue.blank(new SchemaReader(variants), variants).isNull()).isTrue();
    }

    @Test
    void changingTheValueDoesNotChangeTheSchema() {
        JsonNode schema = Json.of("{'properties':{'o':{'default':{'k':1}}},'required':['o']}");
        ObjectNode value = InitialValue.of(schema);

        ((ObjectNode) value.path("o")).put("k", 2);

        assertThat(InitialValue.of(schema)).hasToString("{\"o\":{\"k\":1}}");
    }
}
