package dev.benchlight.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class SchemaLintTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"type": "int"}                                        | bad-schema
                    {"type": ["string", "nul"]}                            | bad-schema
                    {"enum": []}                                           | bad-schema
                    {"$ref": "#/$defs/none"}                               | bad-schema
                    {"$ref": "https://evil.test/s.json"}                   | foreign-reference
                    {"$ref": "file:///tmp/s.json"}                         | foreign-reference
                    {"type": "string", "pattern": "("}                     | bad-pattern
                    {"type": "string", "pattern": "(a+)+$"}                | costly-pattern
                    {"type": "string", "pattern": "^(([a-z])+.)+[A-Z]$"}   | costly-pattern
                    {"type": "string", "pattern": "^(a?a)*$"}              | costly-pattern
                    {"type": "object", "properties": {}, "required": ["b"]} | undescribed-required
                    {"type": "array"}                                      | not-portable
                    {"enum": [1, 2]}                                       | not-portable
                    """)
    void whatDoesNotHoldIsFound(String schema, String code) {
        assertThat(Looked.codes(Looked.argument(schema))).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": [\"string\", \"null\"]}",
                "{\"enum\": [\"a\", null]}",
                "{\"type\": \"string\", \"pattern\": \"^[a-z]+(-[a-z]+)*$\"}",
                "{\"type\": \"string\", \"pattern\": \"^(?:[0-9]{1,3}\\\\.){3}[0-9]{1,3}$\"}",
                "{\"type\": \"string\", \"pattern\": \"^(?=.*[0-9]).{8,}$\"}",
                "{\"$ref\": \"#\"}",
                "{\"$ref\": \"#/properties/a/items\", \"items\": {}}",
                "{\"$ref\": \"other.json\", \"$defs\": {\"o\": {\"$id\": \"other.json\"}}}",
                "{\"allOf\": [{\"$ref\": \"#\"}], \"required\": [\"b\"]}",
                "{\"type\": \"array\", \"items\": {\"type\": \"number\"}}",
                "true"
            })
    void whatHoldsIsNot(String schema) {
        assertThat(Looked.codes(Looked.argument(schema))).isEmpty();
    }

    @Test
    void lookingAroundIsOnlyNoted() {
        String tool =
                Looked.argument("{\"type\": \"string\", \"pattern\": \"^(?=.*[0-9]).{8,}$\"}");

        assertThat(Looked.atTools(tool)).extracting(Finding::code).contains("pattern-not-re2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"yes\"", "null", "[]", "{}", "{\"type\": \"string\"}", "true"})
    void anInputSchemaMustBeOfAnObject(String schema) {
        assertThat(Looked.codes(Looked.toolOf(schema))).containsExactly("bad-schema");
    }

    @Test
    void anOutputSchemaMayBeOfAnythingInTheModernEraOnly() {
        String tool =
                """
                {"name": "t", "description": "Works.", "inputSchema": {"type": "object"},
                 "outputSchema": {"type": "array", "items": {}}}
                """;
        Offer legacy = Looked.tools(tool);
        Offer modern =
                new Offer(true, legacy.server(), legacy.tools(), List.of(), List.of(), List.of());

        assertThat(Doctor.of(legacy)).extracting(Finding::code).contains("bad-schema");
        assertThat(Doctor.of(modern)).extracting(Finding::code).doesNotContain("bad-schema");
    }

    @Test
    void deepAndEndlessSchemasAreBounded() {
        String deep =
                "{\"type\": \"object\", \"properties\": {\"a\": ".repeat(200)
                        + "{}"
                        + "}}".repeat(200);
        String wide =
                "{\"type\": \"object\", \"properties\": {\"a\": {\"anyOf\": [%s{}]}}}"
                        .formatted("{},".repeat(30_000));

        assertThat(Looked.codes(Looked.toolOf(deep))).containsExactly("deep-schema");
        assertThat(Looked.codes(Looked.toolOf(wide))).containsExactly("large-schema");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"type": "object", "anyOf": [{"required": ["a"]}]} | OpenAI (wants no anyOf at the root), Anthropic (wants no anyOf at the root)
                    {"type": "object", "not": {}}                      | OpenAI (wants no not at the root)
                    {"type": "object", "properties": {"a b": {}}}      | Anthropic (wants arguments named by 1 to 64 of A-Z a-z 0-9 _ . -)
                    """)
    void whoRefusesWhatIsSaid(String schema, String who) {
        assertThat(Looked.atTools(Looked.toolOf(schema)))
                .filteredOn(finding -> finding.code().equals("not-portable"))
                .extracting(Finding::message)
                .containsExactly("would be refused by " + who);
    }

    @ParameterizedTest
    @CsvSource({
        "files.read, OpenAI|Anthropic",
        "files/read, OpenAI|Anthropic|Gemini",
        "2fast, Gemini"
    })
    void namesThatOnlySomeTakeAreFound(String name, String refusing) {
        assertThat(Looked.atTools(Looked.tool(name, "Works.")))
                .filteredOn(finding -> finding.code().equals("not-portable"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message()).contains(refusing.split("\\|")));
    }

    @Test
    void aSchemaForStrictModeHasNoNote() {
        String strict =
                """
                {"type": "object", "additionalProperties": false, "required": ["a"],
                 "properties": {"a": {"type": "string", "description": "x"}}}
                """;

        assertThat(Looked.atTools(Looked.toolOf(strict)))
                .extracting(Finding::code)
                .doesNotContain("not-strict");
        assertThat(Looked.atTools(Looked.toolOf(strict.replace("[\"a\"]", "[]"))))
                .filteredOn(finding -> finding.code().equals("not-strict"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.message()).contains("optional members: 1"));
    }

    @Test
    void whatAToolDoesNotDescribeIsOneNote() {
        String tool =
                """
                {"type": "object", "properties": {"a": {}, "b": {"description": "x"}, "c": {},
                 "d": {"$ref": "#/$defs/e"}}, "$defs": {"e": {"description": "y"}}}
                """;

        assertThat(Looked.atTools(Looked.toolOf(tool)))
                .filteredOn(finding -> finding.code().equals("undescribed-arguments"))
                .extracting(Finding::sentence)
                .containsExactly("tool t does not describe a, c");
    }
}
