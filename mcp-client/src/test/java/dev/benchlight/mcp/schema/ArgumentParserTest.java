package dev.benchlight.mcp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.rpc.Layer;
import dev.benchlight.mcp.rpc.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;

/// `--arg name=value`: a value is converted to the type its schema says; one that does not fit is
/// an error that names the field.
class ArgumentParserTest {
    private static final String SCHEMA =
            """
            {'type':'object','additionalProperties':false,'properties':{
              's':{'type':'string'},'i':{'type':'integer'},'n':{'type':'number'},
              'b':{'type':'boolean'},'e':{'enum':['1',1,null,'x']},'o':{'type':'object'},
              'a':{'type':'array','items':{'type':'string'}},'nothing':{'type':'null'},
              'm':{'type':'array','uniqueItems':true,'items':{'enum':['x','y']}},
              'u':{'type':['string','number']},'ns':{'type':['string','null']},
              'ni':{'anyOf':[{'type':'integer'},{'type':'null'}]},'any':{},
              'sb':{'oneOf':[{'type':'string'},{'type':'boolean'},{'type':'array'}]},
              'en':{'enum':[1e2,1.0,true,[1],{'k':1}]},'c':{'const':'fixed'},
              't':{'oneOf':[{'const':'r','title':'Red'},{'const':'g','title':'Green'}]},
              'ref':{'$ref':'#/$defs/num'},'far':{'$ref':'http://192.0.2.1/s'},
              'v':{'oneOf':[{'type':'object'},{'type':'object','maxProperties':1},
                {'type':['integer','boolean']},
                {'type':'object','properties':{'kind':{'const':'circle'}}}]},
              'longName':{'type':'string'},'f':{'type':'string','format':'date'}},
              '$defs':{'num':{'type':'number'}}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "s=007 | \"007\"",
                "s=true | \"true\"",
                "s=null | \"null\"",
                "s= | \"\"",
                "s=a=b | \"a=b\"",
                "`s= a ` | \" a \"",
                "s=\"q\" | \"\\\"q\\\"\"",
                "s=@file.txt | \"@file.txt\"",
                "f=not a date | \"not a date\"",
                "i=42 | 42",
                "i=-0 | -0",
                "i=5.0 | 5.0",
                "i=1e3 | 1e3",
                "i=12345678901234567890 | 12345678901234567890",
                "i=1e99999999999 | 1e99999999999",
                "n=1.0 | 1.0",
                "n=1e400 | 1e400",
                "n=-1.50E-7 | -1.50E-7",
                "b=false | false",
                "e=1 | \"1\"",
                "e=null | null",
                "e=x | \"x\"",
                "en=1e2 | 1e2",
                "en=100 | 100",
                "en=1 | 1",
                "en=true | true",
                "en=[1] | [1]",
                "en={\"k\":1} | {\"k\":1}",
                "c=fixed | \"fixed\"",
                "nothing=null | null",
                "o={\"k\":1.50} | {\"k\":1.50}",
                "o={} | {}",
                "a=[\"x\"] | [\"x\"]",
                "m=[\"x\"] | [\"x\"]",
                "u=5 | 5",
                "u=five | \"five\"",
                "u=005 | \"005\"",
                "ns=null | null",
                "ns=nil | \"nil\"",
                "ni=null | null",
                "ni=3 | 3",
                "any=3 | 3",
                "any=three | \"three\"",
                "any={\"a\":1} | {\"a\":1}",
                "any={a:1} | \"{a:1}\"",
                "sb=true | true",
                "sb=TRUE | \"TRUE\"",
                "sb=[1] | [1]",
                "t=g | \"g\"",
                "ref=2 | 2",
                "far=2 | 2",
            })
    void aTextBecomesTheTypeTheSchemaSays(String argument, String expected) {
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
                "n=1,5 | The argument n must be a number, got: \"1,5\"",
                "n=NaN | The argument n must be a number, got: \"NaN\"",
                "n=0x10 | The argument n must be a number, got: \"0x10\"",
                "n=null | The argument n must be a number, got: \"null\"",
                "i=1.5 | The argument i must be an integer, got: \"1.5\"",
                "i=007 | The argument i must be an integer, got: \"007\"",
                "i=1e-3 | The argument i must be an integer, got: \"1e-3\"",
                "i=1e-99999999999 | The argument i must be an integer, got: \"1e-99999999999\"",
                "i=\"5\" | The argument i must be an integer, got: \"\\\"5\\\"\"",
                "b=yes | The argument b must be true or false, got: \"yes\"",
                "b=1 | The argument b must be true or false, got: \"1\"",
                "b=True | The argument b must be true or false, got: \"True\"",
                "a=x | The argument a must be a JSON array, got: \"x\"",
                "a={} | The argument a must be a JSON array, got: \"{}\"",
                "m=x | The argument m must be a JSON array, got: \"x\"",
                "o=[] | The argument o must be a JSON object, got: \"[]\"",
                "t=Red | The argument t must be one of \"r\", \"g\", got: \"Red\"",
                "c=other | The argument c must be one of \"fixed\", got: \"other\"",
                "e=2 | The argument e must be one of \"1\", 1, null, \"x\", got: \"2\"",
                "en=1.01 | The argument en must be one of 1E+2, 1.0, true, [1], {\"k\":1}, got:"
                        + " \"1.01\"",
                "nothing=x | The argument nothing must be one of null, got: \"x\"",
                "ni=x | The argument ni must be an integer or null, got: \"x\"",
                "ref=x | The argument ref must be a number, got: \"x\"",
                "v=x | The argument v must be one of: a JSON object, an integer, true or false, a JSON"
                        + " object (kind: circle), got: \"x\"",
                "=x | Expected name=value, got: =x",
                "noequals | Expected name=value, got: noequals",
            })
    void aTextThatDoesNotFitIsRefusedByName(String argument, String message) {
        Problem problem = refused(argument);

        assertThat(problem.code()).isEqualTo("bad-argument");
        assertThat(problem.layer()).isEqualTo(Layer.INPUT);
        assertThat(problem.message()).isEqualTo(message);
    }

    @Test
    void whyATextIsNoJsonIsTheHint() {
        assertThat(refused("o={\"a\":1,}").hint())
                .isEqualTo(
                        "It is not JSON: expected a member name in quotation marks, found \"}\" at"
                                + " character 8.");
        assertThat(refused("o={\"a\":1,\"a\":2}").hint()).contains("comes twice");
        assertThat(refused("a=x,y").hint()).contains("at character 1");
        assertThat(refused("o=[]").hint()).isNull();
        assertThat(refused("n=x").hint()).isNull();
    }

    @Test
    void aNameTheSchemaDoesNotAllowIsToldWithThoseItDoes() {
        assertThat(parse("LongName=x"))
                .isInstanceOfSatisfying(
                        ArgumentParser.Parsed.Unknown.class,
                        unknown -> {
                            assertThat(unknown.name()).isEqualTo("LongName");
                            assertThat(unknown.known()).contains("longName", "s").hasSize(22);
                        });
        assertThat(parse("{'properties':{},'additionalProperties':false}", "x=1"))
                .isEqualTo(new ArgumentParser.Parsed.Unknown("x", List.of()));
    }

    @Test
    void severalArgumentsKeepTheirOrder() {
        assertThat(sent(SCHEMA, "n=1", "s=x", "b=true"))
                .isEqualTo("{\"n\":1,\"s\":\"x\",\"b\":true}");
        assertThat(sent(SCHEMA)).isEqualTo("{}");
    }

    @Test
    void theFirstThatDoesNotFitIsToldAndAnArgumentCountsOnce() {
        assertThat(refused("n=1", "b=no", "i=x").message()).startsWith("The argument b");
        assertThat(refused("n=1", "n=1").message()).isEqualTo("The argument n is given twice.");
    }

    @Test
    void aLongTextIsShownCutShort() {
        assertThat(refused("n=" + "x".repeat(100_000)).message()).hasSizeLessThan(200);
        assertThat(refused("x".repeat(100_000)).message()).hasSizeLessThan(200);
    }

    @Test
    void whatIsMissingOrOutOfRangeIsForTheValidator() {
        String schema = "{'properties':{'n':{'type':'number','maximum':1}},'required':['n','s']}";

        assertThat(sent(schema, "n=2")).isEqualTo("{\"n\":2}");
        assertThat(Json.problems(schema, sent(schema, "n=2")))
                .containsExactlyInAnyOrder(
                        "/s Required, but not set.",
                        "/n Expected at most 1, but this is the number 2.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | x=5 | {\"x\":5}",
                "true | x=five | {\"x\":\"five\"}",
                "{'type':'object'} | x=[1] | {\"x\":[1]}",
                "{'additionalProperties':{'type':'string'}} | x=5 | {\"x\":\"5\"}",
                "{'patternProperties':{'^x':{'type':'string'}},'additionalProperties':false} | x1=5"
                        + " | {\"x1\":\"5\"}",
                "{'patternProperties':{'^x':{'type':'string'}}} | y=5 | {\"y\":5}",
                "{'required':['x']} | x=5 | {\"x\":5}",
                "{'properties':{'x':null}} | x=5 | {\"x\":5}",
                "{'properties':{'x':{'type':'strnig'}}} | x=5 | {\"x\":5}",
                "{'properties':null} | x=5 | {\"x\":5}",
                "{'if':{'required':['k']},'then':{'properties':{'x':{'type':'string'}}}} | x=5 |"
                        + " {\"x\":5}",
                "{'properties':{'k':{}},'if':{'required':['k']},"
                        + "'then':{'properties':{'x':{'type':'string'}}}} | x=5 | {\"x\":\"5\"}",
                "{'$ref':'#/$defs/o','$defs':{'o':{'properties':{'x':{'type':'string'}}}}} | x=5 |"
                        + " {\"x\":\"5\"}",
                "{'allOf':[{'properties':{'x':{'type':'string'}}},{'required':['x']}]} | x=5 |"
                        + " {\"x\":\"5\"}",
            })
    void aNameFindsItsSchemaWhereverThatStands(String schema, String argument, String sent) {
        assertThat(sent(schema, argument)).isEqualTo(sent);
    }

    @Test
    void membersOfAllVariantsAreKnown() {
        String schema =
                """
                {'type':'object','anyOf':[
                 {'properties':{'id':{'type':'integer'}},'required':['id']},
                 {'properties':{'name':{'type':'string'},'id':{'type':'string'}},
                  'required':['name']}]}
                """;

        assertThat(sent(schema, "id=1", "name=2")).isEqualTo("{\"id\":1,\"name\":\"2\"}");
        assertThat(sent(schema, "id=a1")).isEqualTo("{\"id\":\"a1\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 30})
    void variantsOfVariantsWithoutEndAreBounded(int breadth) {
        String self = "{'$ref':'#/$defs/a'},".repeat(breadth);
        String variants = "'$defs':{'a':{'anyOf':[" + self + "{'type':'boolean'}]}}";
        String schema = "{'properties':{'x':{'$ref':'#/$defs/a'}}," + variants + "}";

        assertThat(sent(schema, "x=true")).isEqualTo("{\"x\":true}");
        assertThat(parse(schema, "x=neither")).isInstanceOf(ArgumentParser.Parsed.Refused.class);
        assertThat(parse("{'$ref':'#/$defs/a'," + variants + "}", "x=1"))
                .isInstanceOf(ArgumentParser.Parsed.Arguments.class);
    }

    @Test
    void manyChoicesAreToldInPart() {
        StringBuilder choices = new StringBuilder("'c0'");
        for (int i = 1; i < 1_000; i++) {
            choices.append(",'c").append(i).append('\'');
        }
        var parsed = parse("{'properties':{'c':{'enum':[" + choices + "]}}}", "c=d");

        assertThat(((ArgumentParser.Parsed.Refused) parsed).problem().message())
                .contains("\"c29\", …, got: \"d\"")
                .doesNotContain("c30");
    }

    private static Problem refused(String... arguments) {
        return ((ArgumentParser.Parsed.Refused) parse(SCHEMA, arguments)).problem();
    }

    private static String sent(String schema, String... arguments) {
        var parsed = (ArgumentParser.Parsed.Arguments) parse(schema, arguments);
        return new JsonMapper().writeValueAsString(parsed.value());
    }

    private static ArgumentParser.Parsed parse(String argument) {
        return parse(SCHEMA, argument);
    }

    private static ArgumentParser.Parsed parse(String schema, String... arguments) {
        return ArgumentParser.parse(Json.of(schema), List.of(arguments));
    }
}
