package dev.benchlight.mcp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A schema that is broken in one place is a warning that names the place. It refuses no value, and
/// all that is sound in it still holds, so the tool stays usable.
class BrokenSchemaTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'type':'strnig' | /type: expected a type of JSON, found 'strnig'.",
                "'type':'any' | /type: expected a type of JSON, found 'any'.",
                "'type':['string','nil'] | /type: expected a type of JSON, found ['string','nil'].",
                "'type':[] | /type: expected a type of JSON, found [].",
                "'type':null | /type: expected a type of JSON, found null.",
                "'minLength':'x' | /minLength: expected a whole number of at least 0, found 'x'.",
                "'minLength':-1 | /minLength: expected a whole number of at least 0, found -1.",
                "'maxItems':1.5 | /maxItems: expected a whole number of at least 0, found 1.5.",
                "'minimum':'1' | /minimum: expected a number of modest size, found '1'.",
                "'exclusiveMinimum':true | /exclusiveMinimum: expected a number of modest size,"
                        + " found true.",
                "'multipleOf':0 | /multipleOf: expected a number above 0, of modest size, found"
                        + " 0.",
                "'pattern':'(' | /pattern: expected a regular expression, found '('.",
                "'pattern':5 | /pattern: expected a regular expression, found 5.",
                "'required':true | /required: expected a list of names, found true.",
                "'required':'a' | /required: expected a list of names, found 'a'.",
                "'required':[1] | /required: expected a list of names, found [1].",
                "'dependentRequired':{'a':'b'} | /dependentRequired: expected an object of lists of"
                        + " names, found {'a':'b'}.",
                "'enum':'a' | /enum: expected a list of values, with numbers of modest size, found"
                        + " 'a'.",
                "'uniqueItems':'yes' | /uniqueItems: expected true or false, found 'yes'.",
                "'properties':null | /properties: expected an object of schemas, found null.",
                "'properties':[] | /properties: expected an object of schemas, found [].",
                "'items':5 | /items: expected a schema, found 5.",
                "'items':[{}] | /items: expected one schema (a list of them is prefixItems since"
                        + " 2020-12), found [{}].",
                "'additionalProperties':'no' | /additionalProperties: expected a schema, found"
                        + " 'no'.",
                "'anyOf':{} | /anyOf: expected a list of schemas, found {}.",
                "'anyOf':[] | /anyOf: expected a list of schemas, found [].",
                "'allOf':[null] | /allOf/0: expected a schema, found null.",
                "'not':'x' | /not: expected a schema, found 'x'.",
                "'format':1 | /format: expected a text, found 1.",
                "'$ref':1 | /$ref: expected a text, found 1.",
                "'$defs':{'a':[]} | /$defs/a: expected a schema, found [].",
                "'patternProperties':{'(':{}} | /patternProperties/(: expected a regular"
                        + " expression, found '('.",
            })
    void aBrokenKeywordIsNamedAndTheRestHolds(String broken, String where) {
        String schema = "{" + broken + ",'maxLength':1,'maxProperties':1}";

        assertThat(Json.problems(schema, "'ab'"))
                .containsExactlyInAnyOrder(
                        " Expected at most 1 character, but this is the text 'ab'.",
                        "? Not checked, as the schema is broken at " + where);
        assertThat(Json.validate(schema, "{'a':1}")).noneMatch(SchemaProblem::checked);
    }

    @Test
    void theWarningStandsAtTheFieldAsFarAsThatIsKnown() {
        String schema =
                """
                {'properties':{'a':{'type':'strnig'},'o':{'properties':{'x/y':null}},
                  'l':{'items':{'minLength':'x'}},'r':{'$ref':'#/$defs/d'}},
                 '$defs':{'d':{'maximum':'9'}}}
                """;

        assertThat(Json.problems(schema, "{'a':1,'o':{'x/y':2},'l':['a'],'r':10}"))
                .extracting(line -> line.replaceFirst(" Not .*? at ", " ").replaceFirst(":.*", ""))
                .containsExactlyInAnyOrder(
                        "/a? /properties/a/type",
                        "/o/x~1y? /properties/o/properties/x~1y",
                        "/l? /properties/l/items/minLength",
                        "? /$defs/d/maximum");
    }

    @Test
    void aMemberWithABrokenSchemaIsStillAllowed() {
        assertThat(
                        Json.validate(
                                "{'properties':{'a':null},'additionalProperties':false}",
                                "{'a':1}"))
                .noneMatch(SchemaProblem::checked)
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'not':{'type':'strnig'}}",
                "{'oneOf':[{'type':'strnig'},{'type':'string'}]}",
                "{'oneOf':[{'$ref':'http://192.0.2.1/'},{'type':'string'}]}",
                "{'if':{'type':'strnig'},'then':false}",
                "{'not':{'properties':{'a':{'$ref':'#/no'}}}}",
            })
    void aBrokenPartNeverTurnsIntoARefusal(String schema) {
        assertThat(Json.validate(schema, "'a'")).hasSize(1).noneMatch(SchemaProblem::checked);
    }

    @Test
    void theOtherFieldsAreStillRefused() {
        assertThat(
                        Json.problems(
                                "{'properties':{'a':{'type':'strnig'},'b':{'type':'string'}},"
                                        + "'required':['c']}",
                                "{'a':1,'b':1}"))
                .contains(
                        "/b Expected string, but this is the number 1.",
                        "/c Required, but not set.")
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "'x'", "[]", "[{}]"})
    void whatIsNoSchemaAtAllChecksNothing(String schema) {
        assertThat(Json.problems(schema, "{}"))
                .containsExactly("? The schema is neither an object nor a boolean.");
    }

    @Test
    void whatIsNotASchemaIsNotLookedAt() {
        assertThat(
                        Json.problems(
                                """
                                {'default':{'type':'strnig'},'examples':[{'$ref':'#/no'}],
                                 'const':{'type':'strnig','properties':null},
                                 'x-internal':{'pattern':'('}}
                                """,
                                "{'type':'strnig','properties':null}"))
                .isEmpty();
    }

    @Test
    void membersThatAreCalledLikeKeywordsAreMembers() {
        assertThat(
                        Json.problems(
                                "{'properties':{'type':{'type':'number'},'required':{},"
                                        + "'pattern':{'type':'string'},'$ref':{'type':'string'}}}",
                                "{'type':1,'required':true,'pattern':'(','$ref':5}"))
                .containsExactly("/$ref Expected string, but this is the number 5.");
    }

    @Test
    void theNotesOfASchemaThatIsBrokenAllOverAreLimited() {
        StringBuilder schema = new StringBuilder("{'properties':{");
        for (int i = 0; i < 1_000; i++) {
            schema.append(i == 0 ? "" : ",").append("'p").append(i).append("':null");
        }

        assertThat(Json.validate(schema + "}}", "{}")).hasSizeBetween(1, 50);
    }

    @Test
    void aLongBrokenValueIsShownCutShort() {
        assertThat(Json.problems("{'type':'" + "x".repeat(10_000) + "'}", "1"))
                .singleElement()
                .satisfies(line -> assertThat(line).hasSizeLessThan(200).endsWith("xxx…."));
    }
}
