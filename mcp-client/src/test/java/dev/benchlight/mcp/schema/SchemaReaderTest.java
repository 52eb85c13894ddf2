package dev.benchlight.mcp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.joining;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// A schema as what a form shows, one level at a time.
class SchemaReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'string'} | Text",
                "{'type':'integer'} | Numeric",
                "{'type':'number'} | Numeric",
                "{'type':'boolean'} | Toggle",
                "{'type':'object'} | Group",
                "{'type':'array'} | Items",
                "{'type':'null'} | Choice",
                "{'type':['string','null']} | Text",
                "{'type':['null']} | Choice",
                "{'type':['string','number']} | Variants",
                "{'enum':['a','b']} | Choice",
                "{'const':5} | Choice",
                "{'oneOf':[{'const':'a'},{'const':'b'}]} | Choice",
                "{'anyOf':[{'const':'a'},{'type':'string'}]} | Variants",
                "{'oneOf':[{'type':'string'},{'type':'object'}]} | Variants",
                "{'anyOf':[{'type':'string'},{'type':'null'}]} | Text",
                "{'type':'array','uniqueItems':true,'items':{'enum':['a']}} | MultiChoice",
                "{'type':'array','items':{'enum':['a']}} | Items",
                "{'properties':{}} | Group",
                "{'prefixItems':[{}]} | Items",
                "{'minLength':1} | Text",
                "{'minimum':1} | Numeric",
                "{} | AnyJson",
                "true | AnyJson",
                "false | AnyJson",
            })
    void everyKindOfSchemaHasItsField(String schema, String kind) {
        assertThat(read(schema).getClass().getSimpleName()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | The schema allows any JSON value.",
                "false | The schema allows no value here.",
                "5 | The schema is neither an object nor a boolean.",
                "{'type':'strnig'} | The schema names an unknown type: strnig",
                "{'type':5} | The schema allows any JSON value.",
                "{'enum':[]} | The schema allows any JSON value.",
                "{'$ref':'#/$defs/no'} | The schema refers to #/$defs/no, which is not there.",
                "{'$ref':'http://192.0.2.1/x'} | The schema is at http://192.0.2.1/x, which is"
                        + " never fetched.",
                "{'allOf':[{'$ref':'#/no'},{'type':'string'}]} | The schema refers to #/no, which"
                        + " is not there.",
                "{'$ref':'#'} | The schema refers to itself without end, or has more than 100"
                        + " parts.",
                "{'anyOf':[{'$ref':'#'}]} | The schema refers to itself without end.",
                "{'anyOf':[{'$ref':'#'},{'type':'null'}]} | The schema refers to itself without"
                        + " end.",
            })
    void whatAFormCannotShowSaysWhy(String schema, String reason) {
        assertThat(read(schema))
                .isInstanceOfSatisfying(
                        Field.AnyJson.class, any -> assertThat(any.reason()).isEqualTo(reason));
    }

    @Test
    void theFactsAreWhatTheSchemaSays() {
        Field.Facts facts =
                read("""
                {'type':['string','null'],'title':'Name','description':'Of whom',
                 'deprecated':true,'readOnly':true,'default':'x','format':'email',
                 'minLength':1,'maxLength':9,'pattern':'^a'}
                """)
                        .facts();

        assertThat(facts.title()).isEqualTo("Name");
        assertThat(facts.description()).isEqualTo("Of whom");
        assertThat(facts.nullable()).isTrue();
        assertThat(facts.deprecated()).isTrue();
        assertThat(facts.readOnly()).isTrue();
        assertThat(facts.defaultValue()).isEqualTo(Json.of("'x'"));
        assertThat(facts.limits())
                .isEqualTo("email, such as name@example.org · 1 to 9 characters · pattern ^a");
        assertThat(read("{'type':'string'}").facts())
                .isEqualTo(
                        new Field.Facts(
                                Json.of("{'type':'string'}"),
                                "",
                                "",
                                false,
                                false,
                                false,
                                null,
                                ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'minimum':0,'maximum':1.50} | 0 to 1.50",
                "{'minimum':-1} | ≥ -1",
                "{'maxLength':1,'type':'string'} | at most 1 character",
                "{'minLength':4,'maxLength':4,'type':'string'} | exactly 4 characters",
                "{'exclusiveMinimum':0,'exclusiveMaximum':9} | > 0 · < 9",
                "{'multipleOf':0.01,'type':'number'} | multiple of 0.01",
                "{'minItems':1,'maxItems':2,'type':'array'} | 1 to 2 items",
                "{'minLength':'x','minimum':true,'pattern':5} | ``",
            })
    void limitsAreSaidInAFewWords(String schema, String words) {
        assertThat(read(schema).facts().limits()).isEqualTo(words == null ? "" : words);
    }

    @Test
    void aTextKnowsItsFormatAndWhetherItTakesLines() {
        assertThat((Field.Text) read("{'type':'string','format':'date'}"))
                .returns("date", Field.Text::format)
                .returns(false, Field.Text::multiLine);
        assertThat((Field.Text) read("{'type':'string','maxLength':5000}"))
                .returns("", Field.Text::format)
                .returns(true, Field.Text::multiLine);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'enum':['a',1,null,true]} | a=\"a\", 1=1, null=null, true=true",
                "{'enum':['a','b'],'enumNames':['A']} | A=\"a\", b=\"b\"",
                "{'oneOf':[{'const':'a','title':'Ay'},{'const':2}]} | Ay=\"a\", 2=2",
                "{'anyOf':[{'const':'a','title':'Ay'}]} | Ay=\"a\"",
                "{'const':1.0} | 1.0=1.0",
                "{'type':'string','enum':['a']} | a=\"a\"",
                "{'type':'null'} | null=null",
            })
    void choicesHaveTheirTitles(String schema, String options) {
        assertThat(options(((Field.Choice) read(schema)).options())).isEqualTo(options);
    }

    @Test
    void aListTooLongToShowWholeIsChosenFromItemByItem() {
        String schema = "{'type':'array','uniqueItems':true,'items':{'enum':[%s]}}";
        String hundred = IntStream.range(0, 100).mapToObj(Integer::toString).collect(joining(","));

        assertThat(read(schema.formatted(hundred))).isInstanceOf(Field.MultiChoice.class);
        assertThat(read(schema.formatted(hundred + ",100"))).isInstanceOf(Field.Items.class);
    }

    @Test
    void severalChoicesOutOfAListHaveTitlesToo() {
        var field =
                (Field.MultiChoice)
                        read(
                                "{'type':'array','uniqueItems':true,'items':{'$ref':'#/$defs/c'},"
                                        + "'$defs':{'c':{'oneOf':[{'const':'a','title':'Ay'}]}}}");

        assertThat(options(field.options())).isEqualTo("Ay=\"a\"");
    }

    @Test
    void membersComeInTheirOrderAndThoseOnlyRequiredAtTheEnd() {
        var group =
                (Field.Group)
                        read(
                                "{'properties':{'z':{'type':'string'},'a':{}},"
                                        + "'required':['a','more',5]}");

        assertThat(group.properties())
                .extracting(p -> p.name() + (p.required() ? "!" : ""))
                .containsExactly("z", "a!", "more!");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'object'} | true",
                "{'type':'object','additionalProperties':true} | true",
                "{'type':'object','additionalProperties':{'type':'string'}} | {\"type\":\"string\"}",
                "{'type':'object','additionalProperties':false} | null",
                "{'patternProperties':{'^x':{}},'additionalProperties':false,'type':'object'} |"
                        + " true",
            })
    void furtherMembersAreAllowedOrNot(String schema, String others) {
        assertThat(String.valueOf(((Field.Group) read(schema)).others())).isEqualTo(others);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'array'} | 0 | true",
                "{'type':'array','items':{'type':'string'}} | 0 | {\"type\":\"string\"}",
                "{'prefixItems':[{},{}],'items':false} | 2 | null",
                "{'prefixItems':[{}]} | 1 | true",
                "{'items':[{},{}],'additionalItems':false} | 2 | null",
                "{'items':[{}],'additionalItems':{'type':'null'}} | 1 | {\"type\":\"null\"}",
            })
    void itemsMayDifferAtTheStart(String schema, int first, String rest) {
        var items = (Field.Items) read(schema);

        assertThat(items.first()).hasSize(first);
        assertThat(String.valueOf(items.rest())).isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'oneOf':[{'title':'By id','type':'object'},{'type':'string'}]} | By id, string",
                "{'anyOf':[{'type':['string','null']},{'type':'array'}]} | string or null, array",
                "{'type':['string','integer']} | string, integer",
                "{'oneOf':[{'properties':{'kind':{'const':'a'}}},"
                        + "{'properties':{'kind':{'const':'b'}}}]} | kind: a, kind: b",
                "{'properties':{'x':{}},'oneOf':[{'properties':{'x':{},'y':{}}},"
                        + "{'properties':{'z':{}}}]} | y, z",
                "{'type':'object','title':'T','oneOf':[{'properties':{}},{'properties':{}}]} |"
                        + " variant 1, variant 2",
                "{'oneOf':[{'$ref':'#/$defs/a'},{'type':'null'},{'type':'number'}],"
                        + "'$defs':{'a':{'title':'A','type':'object'}}} | A, number",
            })
    void variantsAreLabelledByWhatTellsThemApart(String schema, String labels) {
        assertThat(labels(read(schema))).isEqualTo(labels);
    }

    @Test
    void aVariantHasWhatStandsAroundItToo() {
        var variants =
                (Field.Variants)
                        read(
                                """
                                {'type':'object','required':['id'],
                                 'properties':{'id':{'type':'string'}},
                                 'oneOf':[{'properties':{'a':{}},'required':['a']},
                                          {'properties':{'b':{}}}]}
                                """);
        var first = (Field.Group) read(variants.variants().getFirst().schema().toString());

        assertThat(first.properties())
                .extracting(p -> p.name() + (p.required() ? "!" : ""))
                .containsExactly("id!", "a!");
    }

    @Test
    void branchesThatOnlyConstrainAreNoVariants() {
        assertThat(
                        read(
                                "{'type':'object','properties':{'a':{},'b':{}},"
                                        + "'anyOf':[{'required':['a']},{'required':['b']}]}"))
                .isInstanceOf(Field.Group.class);
    }

    @Test
    void aVariantThatCannotBeResolvedSaysSo() {
        String schema = "{'anyOf':[{'$ref':'#/no'},{'type':'object'}]}";
        SchemaReader reader = new SchemaReader(Json.of(schema));
        var variants = (Field.Variants) reader.read(Json.of(schema));

        assertThat(reader.read(variants.variants().getFirst().schema()))
                .isInstanceOfSatisfying(
                        Field.AnyJson.class, any -> assertThat(any.reason()).contains("#/no"));
    }

    @Test
    void referencesAndPartsAreOneSchema() {
        var group =
                (Field.Group)
                        read(
                                """
                                {'$ref':'#/$defs/base','title':'Mine','required':['b'],
                                 'properties':{'b':{'type':'number'}},
                                 'allOf':[{'properties':{'c':{}}},{'$ref':'#/$defs/more'}],
                                 '$defs':{'base':{'title':'Base','type':'object',
                                   'properties':{'a':{},'b':{'type':'string'}},'required':['a']},
                                  'more':{'properties':{'d':{}}}}}
                                """);

        assertThat(group.facts().title()).isEqualTo("Mine");
        assertThat(group.properties())
                .extracting(p -> p.name() + (p.required() ? "!" : ""))
                .containsExactlyInAnyOrder("a!", "b!", "c", "d");
        assertThat(group.properties())
                .filteredOn(p -> p.name().equals("b"))
                .allMatch(p -> p.schema().equals(Json.of("{'type':'number'}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'$ref':'#t','$defs':{'x':{'$anchor':'t','type':'string'}}}",
                "{'$dynamicRef':'#t','$defs':{'x':{'$dynamicAnchor':'t','type':'string'}}}",
                "{'$ref':'urn:x:t','$defs':{'x':{'$id':'urn:x:t','type':'string'}}}",
                "{'$ref':'#/$defs/a~1b%20c','$defs':{'a/b c':{'type':'string'}}}",
                "{'$ref':'#/$defs/a','$defs':{'a':{'$ref':'#/$defs/b'},'b':{'type':'string'}}}",
            })
    void referencesOfEveryKindAreFollowed(String schema) {
        assertThat(read(schema)).isInstanceOf(Field.Text.class);
    }

    @Test
    void aSchemaThatContainsItselfIsReadOneLevelAtATime() {
        String tree =
                "{'type':'object','properties':{'children':{'type':'array','uniqueItems':true,"
                        + "'items':{'$ref':'#'}}}}";
        SchemaReader reader = new SchemaReader(Json.of(tree));
        Field field = reader.read(Json.of(tree));
        for (int level = 0; level < 100; level++) {
            JsonNode children = ((Field.Group) field).properties().getFirst().schema();
            Field.Items items = (Field.Items) reader.read(children);
            field = reader.read(Objects.requireNonNull(items.rest()));
        }

        assertThat(field).isInstanceOf(Field.Group.class);
    }

    @Test
    void readingLeavesTheSchemaAsItIs() {
        JsonNode schema =
                Json.of(
                        """
                        {'allOf':[{'properties':{'a':{'type':'string'}}}],'properties':{'b':{}},
                         'oneOf':[{'$ref':'#/$defs/x'},{'title':'T','properties':{'c':{}}}],
                         'title':'T','$defs':{'x':{'properties':{'d':{}}}}}
                        """);
        String before = schema.toString();

        labels(new SchemaReader(schema).read(schema));

        assertThat(schema).hasToString(before);
    }

    private static String labels(Field field) {
        return String.join(
                ", ",
                ((Field.Variants) field).variants().stream().map(Field.Variant::label).toList());
    }

    private static String options(List<Field.Option> options) {
        return String.join(", ", options.stream().map(o -> o.label() + "=" + o.value()).toList());
    }

    private static Field read(String schema) {
        return new SchemaReader(Json.of(schema)).read(Json.of(schema));
    }
}
