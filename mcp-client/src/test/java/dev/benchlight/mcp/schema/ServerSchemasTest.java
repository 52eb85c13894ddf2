package dev.benchlight.mcp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The schemas that the reference servers really send.
class ServerSchemasTest {

    /// A tool; arguments that are right; a member and what breaks it there (`-` takes it away); and
    /// where the problem then stands.
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "everything | echo | {'message':'hi'} | {'message':5} | /message",
                "everything | get-annotated-message | {'messageType':'error','includeImage':true}"
                        + " | {'messageType':'warning'} | /messageType",
                "everything | get-env | {} | [] | ``",
                "everything | get-resource-links | {'count':10} | {'count':11} | /count",
                "everything | get-resource-reference | {'resourceType':'Blob','resourceId':2} |"
                        + " {'resourceType':'blob'} | /resourceType",
                "everything | get-structured-content | {'location':'New York'} |"
                        + " {'location':'Bern'} | /location",
                "everything | get-sum | {'a':1,'b':2.5} | {'a':1,'b':'2'} | /b",
                "everything | get-tiny-image | {} | 'x' | ``",
                "everything | gzip-file-as-resource |"
                        + " {'name':'a.gz','data':'data:,x','outputType':'resource'} |"
                        + " {'data':'not a uri'} | /data",
                "everything | toggle-simulated-logging | {} | null | ``",
                "everything | toggle-subscriber-updates | {} | 1 | ``",
                "everything | trigger-long-running-operation | {'duration':1,'steps':2} |"
                        + " {'steps':null} | /steps",
                "everything | simulate-research-query | {'topic':'x','ambiguous':false} |"
                        + " {'ambiguous':false} | /topic",
                "filesystem | read_file | {'path':'/a','head':3} | {'path':'/a','head':'3'} | /head",
                "filesystem | read_text_file | {'path':'/a','tail':1.5} | {'tail':1} | /path",
                "filesystem | read_media_file | {'path':'/a.png'} | {'path':['/a.png']} | /path",
                "filesystem | read_multiple_files | {'paths':['/a','/b']} | {'paths':[]} | /paths",
                "filesystem | read_multiple_files | {'paths':['/a']} | {'paths':['/a',2]} |"
                        + " /paths/1",
                "filesystem | write_file | {'path':'/a','content':''} | {'path':'/a'} | /content",
                "filesystem | edit_file | {'path':'/a','edits':[{'oldText':'x','newText':'y'}]} |"
                        + " {'path':'/a','edits':[{'oldText':'x','newText':'y'},{'oldText':'z'}]} |"
                        + " /edits/1/newText",
                "filesystem | edit_file | {'path':'/a','edits':[],'dryRun':true} |"
                        + " {'path':'/a','edits':[],'dryRun':'true'} | /dryRun",
                "filesystem | create_directory | {'path':''} | {'path':null} | /path",
                "filesystem | list_directory | {'path':'.'} | {} | /path",
                "filesystem | list_directory_with_sizes | {'path':'.','sortBy':'size'} |"
                        + " {'path':'.','sortBy':'date'} | /sortBy",
                "filesystem | directory_tree | {'path':'.','excludePatterns':['*.git']} |"
                        + " {'path':'.','excludePatterns':'*.git'} | /excludePatterns",
                "filesystem | move_file | {'source':'a','destination':'b'} | {'source':'a'} |"
                        + " /destination",
                "filesystem | search_files | {'path':'.','pattern':'*'} |"
                        + " {'path':'.','pattern':'*','excludePatterns':[null]} |"
                        + " /excludePatterns/0",
                "filesystem | get_file_info | {'path':'a'} | {'path':{}} | /path",
                "filesystem | list_allowed_directories | {} | false | ``",
                "memory | create_entities |"
                        + " {'entities':[{'name':'a','entityType':'t','observations':['o']}]} |"
                        + " {'entities':[{'name':'a','entityType':'t'}]} |"
                        + " /entities/0/observations",
                "memory | create_relations |"
                        + " {'relations':[{'from':'a','to':'b','relationType':'knows'}]} |"
                        + " {'relations':[{'from':'a','to':1,'relationType':'knows'}]} |"
                        + " /relations/0/to",
                "memory | add_observations | {'observations':[{'entityName':'a','contents':[]}]} |"
                        + " {'observations':[{'entityName':'a','contents':['x',{}]}]} |"
                        + " /observations/0/contents/1",
                "memory | delete_entities | {'entityNames':['a']} | {'entityNames':'a'} |"
                        + " /entityNames",
                "memory | delete_observations |"
                        + " {'deletions':[{'entityName':'a','observations':['o']}]} |"
                        + " {'deletions':[{'observations':['o']}]} | /deletions/0/entityName",
                "memory | delete_relations | {'relations':[]} | {'relations':{}} | /relations",
                "memory | read_graph | {} | [1] | ``",
                "memory | search_nodes | {'query':'a'} | {'Query':'a'} | /query",
                "memory | open_nodes | {'names':['a','b']} | {'names':[['a']]} | /names/0",
            })
    void rightArgumentsPassAndBrokenOnesAreRefusedWhereTheyAre(
            String server, String tool, String right, String broken, String pointer) {
        JsonNode schema = ServerSchemas.tool(server, tool).path("inputSchema");

        assertThat(problems(schema, right)).isEmpty();
        assertThat(problems(schema, broken))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.checked()).isTrue();
                    assertThat(problem.pointer()).hasToString(pointer == null ? "" : pointer);
                    assertThat(problem.message()).endsWith(".").doesNotContain("\n");
                });
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "everything | get-structured-content |"
                        + " {'temperature':33,'conditions':'Cloudy','humidity':82} |"
                        + " {'temperature':'33','conditions':'Cloudy','humidity':82} |"
                        + " /temperature",
                "filesystem | read_file | {'content':'x'} | {'content':'x','more':1} | /more",
                "filesystem | read_media_file |"
                        + " {'content':[{'type':'image','data':'aGk=','mimeType':'image/png'}]} |"
                        + " {'content':[{'type':'image','data':'aGk='}]} | /content/0/mimeType",
                "memory | delete_entities | {'success':true,'message':'gone'} |"
                        + " {'success':'yes','message':'gone'} | /success",
                "memory | read_graph | {'entities':[],'relations':[]} | {'entities':[]} |"
                        + " /relations",
            })
    void structuredContentIsHeldAgainstTheOutputSchema(
            String server, String tool, String right, String broken, String pointer) {
        JsonNode schema = ServerSchemas.tool(server, tool).path("outputSchema");

        assertThat(problems(schema, right)).isEmpty();
        assertThat(problems(schema, broken))
                .extracting(problem -> problem.pointer().toString())
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"everything", "filesystem", "memory"})
    void everySchemaOfTheServerCanBeAppliedInFull(String server) {
        for (JsonNode tool : ServerSchemas.tools(server)) {
            for (String kind : List.of("inputSchema", "outputSchema")) {
                JsonNode schema = tool.path(kind);
                assertThat(schema.isMissingNode() ? List.of() : SoundSchema.of(schema).notes())
                        .as(tool.path("name") + " " + kind)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"everything", "filesystem", "memory"})
    void everyInputOfTheServerFitsIntoAForm(String server) {
        for (JsonNode tool : ServerSchemas.tools(server)) {
            JsonNode schema = tool.path("inputSchema");
            SchemaReader reader = new SchemaReader(schema);

            assertThat(everyKind(reader, reader.read(schema), new HashSet<>()))
                    .as(tool.path("name").stringValue())
                    .contains(Field.Group.class)
                    .doesNotContain(Field.AnyJson.class, Field.Variants.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "everything | echo | message=5 | {\"message\":\"5\"}",
                "everything | get-sum | a=5 | {\"a\":5}",
                "everything | get-annotated-message | includeImage=true | {\"includeImage\":true}",
                "filesystem | read_multiple_files | paths=[\"/a\"] | {\"paths\":[\"/a\"]}",
            })
    void argumentsOfTheCommandLineTakeTheirTypes(
            String server, String tool, String argument, String sent) {
        var parsed =
                ArgumentParser.parse(
                        ServerSchemas.tool(server, tool).path("inputSchema"), List.of(argument));

        assertThat(((ArgumentParser.Parsed.Arguments) parsed).value()).hasToString(sent);
    }

    @Test
    void onlyWhatIsRequiredAndHasADefaultIsFilledIn() {
        for (String server : List.of("everything", "filesystem", "memory")) {
            for (JsonNode tool : ServerSchemas.tools(server)) {
                assertThat(InitialValue.of(tool.path("inputSchema")))
                        .as(tool.path("name").stringValue())
                        .isEmpty();
            }
        }
    }

    private static Set<Class<?>> everyKind(SchemaReader reader, Field field, Set<Class<?>> kinds) {
        kinds.add(field.getClass());
        switch (field) {
            case Field.Group group when group.properties().size() < 100 ->
                    group.properties()
                            .forEach(p -> everyKind(reader, reader.read(p.schema()), kinds));
            case Field.Items items when items.rest() != null ->
                    everyKind(reader, reader.read(items.rest()), kinds);
            default -> {}
        }
        return kinds;
    }

    private static List<SchemaProblem> problems(JsonNode schema, String value) {
        return Json.validate(schema, Json.of(value));
    }
}
