package dev.benchlight.mcp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `$schema` says by which version of JSON Schema the keywords are meant; without it, 2020-12 (MCP
/// 2025-11-25, "JSON Schema usage").
class DialectTest {
    private static final String DRAFT_7 = "'$schema':'http://json-schema.org/draft-07/schema#',";

    @Test
    void without2020IsMeant() {
        String schema = "{'prefixItems':[{'type':'string'}],'dependentRequired':{'a':['b']}}";

        assertThat(Json.problems(schema, "[1]"))
                .containsExactly("/0 Expected string, but this is the number 1.");
        assertThat(Json.problems(schema, "{'a':1}"))
                .containsExactly("/b Required beside a, but not set.");
    }

    @Test
    void draft7HasTuplesAndDefinitionsAndDependencies() {
        String schema =
                "{"
                        + DRAFT_7
                        + """
                        'definitions':{'name':{'type':'string'}},
                        'properties':{'t':{'items':[{'$ref':'#/definitions/name'}],
                                           'additionalItems':false}},
                        'dependencies':{'a':['t','b'],'c':{'required':['d']}}}
                        """;

        assertThat(Json.problems(schema, "{'t':['x']}")).isEmpty();
        assertThat(Json.problems(schema, "{'t':[1,2]}"))
                .containsExactlyInAnyOrder(
                        "/t/0 Expected string, but this is the number 1.",
                        "/t/1 The schema does not allow this item.");
        assertThat(Json.problems(schema, "{'a':1,'t':[]}"))
                .containsExactly("/b Required beside a, but not set.");
        assertThat(Json.problems(schema, "{'c':1}")).containsExactly("/d Required, but not set.");
    }

    @Test
    void draft7KnowsNoKeywordsOfLaterVersions() {
        assertThat(Json.problems("{" + DRAFT_7 + "'prefixItems':[{'type':'string'}]}", "[1]"))
                .isEmpty();
        assertThat(Json.problems("{" + DRAFT_7 + "'unevaluatedProperties':false}", "{'a':1}"))
                .isEmpty();
    }

    @Test
    void besideAReferenceDraft7ReadsNothing() {
        String rest = "'$ref':'#/definitions/a','maxLength':1,'definitions':{'a':{}}}";

        assertThat(Json.problems("{" + DRAFT_7 + rest, "'ab'")).isEmpty();
        assertThat(Json.problems("{" + rest, "'ab'")).hasSize(1);
    }

    @Test
    void draft4HasLimitsThatAreTrueOrFalse() {
        String schema =
                "{'$schema':'http://json-schema.org/draft-04/schema#','minimum':3,"
                        + "'exclusiveMinimum':true}";

        assertThat(Json.validate(schema, "3")).allMatch(SchemaProblem::checked).hasSize(1);
        assertThat(Json.problems(schema, "3.5")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://json-schema.org/draft-04/schema#",
                "http://json-schema.org/draft-06/schema#",
                "http://json-schema.org/draft-07/schema#",
                "http://json-schema.org/draft-07/schema",
                "https://json-schema.org/draft-07/schema#",
                "https://json-schema.org/draft/2019-09/schema",
                "https://json-schema.org/draft/2020-12/schema",
                "https://json-schema.org/draft/2020-12/schema#",
                "http://json-schema.org/draft/2020-12/schema",
            })
    void theKnownOnesAreKnownInTheSpellingsThatAreAbout(String dialect) {
        String schema = "{'$schema':'" + dialect + "','type':'string'}";

        assertThat(Json.problems(schema, "'a'")).isEmpty();
        assertThat(Json.problems(schema, "1"))
                .containsExactly(" Expected string, but this is the number 1.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://json-schema.org/draft-03/schema#",
                "https://example.com/own",
                "http://json-schema.org/schema#",
                "draft-07",
            })
    void anUnknownOneIsSaidAnd2020TakenForIt(String dialect) {
        String schema = "{'$schema':'" + dialect + "','type':'string'}";

        assertThat(Json.problems(schema, "1"))
                .containsExactly(
                        " Expected string, but this is the number 1.",
                        "? The schema's dialect "
                                + dialect
                                + " is not known, so 2020-12 was taken for it.");
    }

    @Test
    void aDialectThatIsNoTextIsBroken() {
        assertThat(Json.problems("{'$schema':7,'type':'string'}", "1"))
                .containsExactly(
                        " Expected string, but this is the number 1.",
                        "? Not checked, as the schema is broken at /$schema: expected a text,"
                                + " found 7.");
    }
}
