package dev.benchlight.mcp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When no variant of an `anyOf` or `oneOf` fits, the one that was meant says what is wrong.
class VariantProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'anyOf':[{'type':'null'},{'type':'object','required':['k']}]} | {} | /k Required,"
                        + " but not set.",
                "{'oneOf':[{'type':'string'},{'type':'array','items':{'type':'string'}}]} | ['a',1]"
                        + " | /1 Expected string, but this is the number 1.",
                "{'anyOf':[{'type':'string','minLength':2},{'type':'integer'}]} | 'a' | ` Expected"
                        + " at least 2 characters, but this is the text 'a'.`",
            })
    void theVariantOfTheRightTypeSpeaks(String schema, String value, String problem) {
        assertThat(Json.problems(schema, value)).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'t':'b','n':''} | /n Expected number, but this is the text ''.",
                "{'t':'a'} | /s Required, but not set.",
                "{'t':'c','s':1,'n':''} | /s Expected string, but this is the number 1.",
            })
    void aConstantTellsWhichVariantIsMeant(String value, String problem) {
        String schema =
                """
                {'oneOf':[
                 {'properties':{'t':{'const':'a'},'s':{'type':'string'}},'required':['t','s']},
                 {'properties':{'t':{'enum':['b']},'n':{'type':'number'}},'required':['t','n']},
                 {'properties':{'t':{'const':'c'},'s':{'type':'string'}},'required':['t']}]}
                """;

        assertThat(Json.problems(schema, value)).containsExactly(problem);
    }

    @Test
    void allTypesThatWouldDoAreNamed() {
        assertThat(
                        Json.problems(
                                "{'properties':{'v':{'anyOf':[{'type':'string'},"
                                        + "{'type':'number'},{'type':'null'}]}}}",
                                "{'v':[]}"))
                .containsExactly("/v Expected string or number or null, but this is an array.");
    }

    @Test
    void everyItemIsHeldAgainstItsOwnNearestVariant() {
        String schema =
                "{'items':{'anyOf':[{'type':'string'},{'type':'object','required':['k']}]}}";

        assertThat(Json.problems(schema, "[{},1,'ok',{'k':1},[]]"))
                .containsExactly(
                        "/0/k Required, but not set.",
                        "/1 Expected string or object, but this is the number 1.",
                        "/4 Expected string or object, but this is an array.");
    }

    @Test
    void variantsWithinVariantsAreNarrowedDownToo() {
        String schema =
                """
                {'anyOf':[{'type':'string'},
                 {'type':'object','required':['x'],'properties':{'x':
                  {'oneOf':[{'type':'string'},{'type':'object','required':['k']}]}}}]}
                """;

        assertThat(Json.problems(schema, "{'x':{}}"))
                .containsExactly("/x/k Required, but not set.");
    }

    @Test
    void twoUnionsSpeakEachForThemselves() {
        String schema =
                "{'properties':{'a':{'anyOf':[{'type':'string'},{'type':'null'}]},"
                        + "'b':{'anyOf':[{'maximum':1},{'type':'null'}]}}}";

        assertThat(Json.problems(schema, "{'a':1,'b':2}"))
                .containsExactlyInAnyOrder(
                        "/a Expected string or null, but this is the number 1.",
                        "/b Expected at most 1, but this is the number 2.");
    }

    @Test
    void membersThatAreCalledLikeKeywordsAreNoVariants() {
        String schema =
                """
                {'properties':{'anyOf':{'properties':{'0':{'type':'string'},'1':{'type':'string'}}},
                 'oneOf':{'items':{'type':'string'}}}}
                """;

        assertThat(Json.problems(schema, "{'anyOf':{'0':1,'1':2},'oneOf':[3]}"))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactlyInAnyOrder("/anyOf/0", "/anyOf/1", "/oneOf/0");
    }

    @Test
    void variantsBehindReferencesAreStillToldApart() {
        String schema =
                """
                {'$defs':{'shape':{'oneOf':[{'$ref':'#/$defs/circle'},{'$ref':'#/$defs/square'}]},
                  'circle':{'properties':{'kind':{'const':'circle'},'r':{'minimum':0}},
                            'required':['kind','r']},
                  'square':{'properties':{'kind':{'const':'square'},'a':{'minimum':0}},
                            'required':['kind','a']}},
                 'type':'array','items':{'$ref':'#/$defs/shape'}}
                """;

        assertThat(Json.problems(schema, "[{'kind':'circle','r':-1},{'kind':'square'}]"))
                .containsExactly(
                        "/0/r Expected at least 0, but this is the number -1.",
                        "/1/a Required, but not set.");
    }
}
