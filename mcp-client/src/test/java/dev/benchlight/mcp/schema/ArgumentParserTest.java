package dev.benchlight.mcp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.json.JsonDocument;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;

class ArgumentParserTest {
    private static final String SCHEMA =
            """
            {"type":"object","additionalProperties":false,"properties":{
              "s":{"type":"string"},"i":{"type":"integer"},"n":{"type":"number"},
              "b":{"type":"boolean"},"e":{"enum":["1",1,null,"x"]},"o":{"type":"object"},
              "a":{"type":"array","items":{"type":"string"}},
              "u":{"type":["string","number"]},"ns":{"type":["string","null"]},
              "ni":{"anyOf":[{"type":"integer"},{"type":"null"}]},"any":{},
              "t":{"oneOf":[{"const":"r","title":"Red"},{"const":"g","title":"Green"}]},
              "ref":{"$ref":"#/$defs/num"},"longName":{"type":"string"}},
              "$defs":{"num":{"type":"number"}}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "s=007 | \"007\"",
                "s=true | \"true\"",
                "s= | \"\"",
                "s=a=b | \"a=b\"",
                "i=42 | 42",
                "i=-0 | -0",
                "i=12345678901234567890 | 12345678901234567890",
                "n=1.0 | 1.0",
                "n=1e400 | 1e400",
                "b=false | false",
                "e=1 | \"1\"",
                "e=null | null",
                "o={\"k\":1.50} | {\"k\":1.50}",
                "a=[\"x\"] | [\"x\"]",
                "u=5 | 5",
                "u=five | \"five\"",
                "ns=null | \"null\"",
                "ni=null | null",
                "ni=3 | 3",
                "any=3 | 3",
                "any=three | \"three\"",
                "t=g | \"g\"",
                "ref=2 | 2"
            })
    void aTextBecomesTheTypeTheSchemaSays(String argument, String expected) throws Exception {
        var parsed = (ArgumentParser.Parsed.Arguments) parse(argument);

        String name = argument.substring(0, argument.indexOf('='));
        assertThat(new JsonMapper().writeValueAsString(parsed.value()))
                .isEqualTo("{\"" + name + "\":" + expected + "}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "n=abc | The argument n must be a number, got: \"abc\"",
                "n= | The argument n must be a number, got: \"\"",
                "i=1.5 | The argument i must be an integer, got: \"1.5\"",
                "i=007 | The argument i must be an integer, got: \"007\"",
                "b=yes | The argument b must be true or false, got: \"yes\"",
                "a=x | The argument a must be a JSON array, got: \"x\"",
                "t=Red | The argument t must be one of \"r\", \"g\", got: \"Red\"",
                "ni=x | The argument ni must be an integer or null, got: \"x\"",
                "o=[] | The argument o must be a JSON object, got: \"[]\"",
                "=x | Expected name=value, got: =x",
                "noequals | Expected name=value, got: noequals",
                "LongNam=x | There is no argument LongNam."
            })
    void aTextThatDoesNotFitIsRefusedByName(String argument, String message) throws Exception {
        var refused = (ArgumentParser.Parsed.Refused) parse(argument);

        assertThat(refused.problem().code()).isEqualTo("bad-argument");
        assertThat(refused.problem().message()).isEqualTo(message);
    }

    @Test
    void anUnknownNameListsTheNearOnes() throws Exception {
        var refused = (ArgumentParser.Parsed.Refused) parse("LongNam=x");

        assertThat(refused.problem().hint()).isEqualTo("Did you mean: longName");
    }

    @Test
    void membersOfAllVariantsAreKnown() throws Exception {
        JsonNode schema =
                JsonDocument.parse(
                                """
                                {"type":"object","anyOf":[
                                {"properties":{"id":{"type":"integer"}},"required":["id"]},
                                {"properties":{"name":{"type":"string"}},"required":["name"]}]}
                                """)
                        .tree();

        var parsed =
                (ArgumentParser.Parsed.Arguments)
                        ArgumentParser.parse(schema, List.of("id=1", "name=2"));

        assertThat(parsed.value().toString()).isEqualTo("{\"id\":1,\"name\":\"2\"}");
    }

    private static ArgumentParser.Parsed parse(String argument) throws Exception {
        return ArgumentParser.parse(JsonDocument.parse(SCHEMA).tree(), List.of(argument));
    }
}
