package dev.benchlight.mcp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;

/// References lead within the document; nothing is ever fetched (MCP: clients must not dereference
/// automatically what leads out of it).
class SchemaReferencesTest {
    private static final String DRAFT_4 = "{'$schema':'http://json-schema.org/draft-04/schema#',";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'$ref':'#/$defs/t','$defs':{'t':{'type':'string'}}}",
                "{'$ref':'#/definitions/t','definitions':{'t':{'type':'string'}}}",
                "{'$ref':'#/$defs/a~1b','$defs':{'a/b':{'type':'string'}}}",
                "{'$ref':'#/$defs/a%20b','$defs':{'a b':{'type':'string'}}}",
                "{'$ref':'#/$defs/l/anyOf/0','$defs':{'l':{'anyOf':[{'type':'string'}]}}}",
                "{'$ref':'#t','$defs':{'x':{'$anchor':'t','type':'string'}}}",
                "{'$dynamicRef':'#t','$defs':{'x':{'$dynamicAnchor':'t','type':'string'}}}",
                "{'$id':'https://example.com/s','$ref':'#/$defs/t','$defs':{'t':{'type':'string'}}}",
                "{'$id':'https://example.com/s','$ref':'t',"
                        + "'$defs':{'x':{'$id':'t','type':'string'}}}",
                "{'$id':'https://example.com/s','$ref':'https://example.com/s#/$defs/t',"
                        + "'$defs':{'t':{'type':'string'}}}",
                "{'$ref':'urn:x:t','$defs':{'x':{'$id':'urn:x:t','type':'string'}}}",
                "{'$ref':'urn:x:t#/$defs/s',"
                        + "'$defs':{'x':{'$id':'urn:x:t','$defs':{'s':{'type':'string'}}}}}",
                DRAFT_4
                        + "'allOf':[{'$ref':'#t'}],'definitions':{'x':{'id':'#t','type':'string'}}}",
                DRAFT_4
                        + "'id':'http://e.test/s','allOf':[{'$ref':'t'}],"
                        + "'definitions':{'x':{'id':'t','type':'string'}}}",
            })
    void whatIsInTheDocumentIsFollowed(String schema) {
        assertThat(Json.problems(schema, "'a'")).isEmpty();
        assertThat(Json.problems(schema, "1"))
                .containsExactly(" Expected string, but this is the number 1.");
    }

    @Test
    void aPropertyNamedIdIsNoIdOfDraft4() {
        String schema = DRAFT_4 + "'properties':{'id':{'type':'string'},'a':{'$ref':'#'}}}";

        assertThat(Json.problems(schema, "{'id':'x','a':{'id':1}}"))
                .containsExactly("/a/id Expected string, but this is the number 1.");
        assertThat(Json.problems(schema.replace("'properties'", "'id':7,'properties'"), "{'id':1}"))
                .contains("/id Expected string, but this is the number 1.");
    }

    @Test
    void aSchemaMayReferToItself() {
        String tree =
                """
                {'type':'object','properties':{'value':{'type':'number'},
                  'children':{'type':'array','items':{'$ref':'#'}}},'required':['value']}
                """;

        assertThat(Json.problems(tree, "{'value':1,'children':[{'value':2,'children':[]}]}"))
                .isEmpty();
        assertThat(Json.problems(tree, "{'value':1,'children':[{'value':2,'children':[{}]}]}"))
                .containsExactly("/children/0/children/0/value Required, but not set.");
    }

    @Test
    void twoSchemasMayReferToEachOther() {
        String schema =
                """
                {'$ref':'#/$defs/even','$defs':{
                  'even':{'properties':{'next':{'$ref':'#/$defs/odd'}}},
                  'odd':{'properties':{'next':{'$ref':'#/$defs/even'},'n':{'maximum':9}}}}}
                """;

        assertThat(Json.problems(schema, "{'next':{'next':{'next':{'n':10}}}}"))
                .containsExactly(
                        "/next/next/next/n Expected at most 9, but this is the number 10.");
    }

    @Test
    void schemasOfJsonSchemaItselfAreAtHand() {
        String schema = "{'$ref':'https://json-schema.org/draft/2020-12/schema'}";

        assertThat(Json.problems(schema, "{'type':'object'}")).isEmpty();
        assertThat(Json.validate(schema, "{'minLength':-1}")).allMatch(SchemaProblem::checked);
        assertThat(Json.validate(schema, "{'minLength':-1}")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "#/$defs/none",
        "#/$defs",
        "#none",
        "#/properties/a/no",
        "#/%zz",
    })
    void whatIsNotThereIsSaidAndTheRestHolds(String ref) {
        assertOnlyTheRestHolds(
                ref, "Not checked, as the schema refers to " + ref + ", which is not there.");
    }

    private static void assertOnlyTheRestHolds(String ref, String note) {
        String schema = "{'properties':{'a':{'$ref':'" + ref + "'},'b':{'type':'string'}}}";

        assertThat(Json.problems(schema, "{'a':1,'b':2}"))
                .containsExactly("/b Expected string, but this is the number 2.", "/a? " + note);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.1/x.json",
                "https://example.com/x.json#/$defs/a",
                "//example.com/x",
                "other.json",
                "../other.json#a",
                "file:///etc/passwd",
                "jar:file:/a.jar!/x",
                "classpath:/META-INF/MANIFEST.MF",
                "urn:x:y",
                "not a uri",
            })
    void whatLeadsOutIsNotFetchedAndTheRestHolds(String ref) {
        assertOnlyTheRestHolds(ref, "Not fetched, so not checked: " + ref);
    }

    @Test
    void anIdThatOnlyBeginsAlikeIsAnotherPlace() {
        assertThat(
                        Json.problems(
                                "{'$id':'https://example.com/a','$ref':'https://example.com/ab'}",
                                "1"))
                .containsExactly("? Not fetched, so not checked: https://example.com/ab");
    }

    @Test
    void noReferenceOfAnyKindOpensAConnection() throws Exception {
        try (ServerSocket canary = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + canary.getLocalPort() + "/s.json";
            for (String schema :
                    new String[] {
                        "{'$ref':'URL'}",
                        "{'$ref':'URL#/$defs/a'}",
                        "{'$dynamicRef':'URL#a'}",
                        "{'$schema':'URL','type':'string'}",
                        "{'$id':'URL','$ref':'t.json'}",
                        "{'$id':'URL','$ref':'#/no'}",
                        "{'properties':{'a':{'$schema':'URL','$id':'x','$ref':'URL'}}}",
                        "{'$schema':'http://json-schema.org/draft-07/schema#','$ref':'URL'}",
                        "{'$schema':'http://json-schema.org/draft-04/schema#','id':'URL',"
                                + "'$ref':'x'}",
                        "{'$schema':'https://json-schema.org/draft/2019-09/schema',"
                                + "'$recursiveRef':'URL'}",
                        "{'$vocabulary':{'URL':true}}",
                        "{'contentSchema':{'$ref':'URL'},'contentMediaType':'application/json'}",
                    }) {
                String text = schema.replace("URL", url);
                Json.validate(text, "{'a':1}");
                new SchemaReader(Json.of(text)).read(Json.of(text));
            }
            assertNoConnection(canary);
        }
    }

    @Test
    void noFileIsReadEither(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("s.json"), "false");

        assertThat(Json.problems("{'$ref':'" + file.toUri() + "'}", "1"))
                .containsExactly("? Not fetched, so not checked: " + file.toUri());
    }

    /// Whoever connected would already be in the queue of the socket.
    private static void assertNoConnection(ServerSocket canary) throws IOException {
        canary.setSoTimeout(1);
        try {
            canary.accept().close();
        } catch (SocketTimeoutException nobodyCame) {
            return;
        }
        throw new AssertionError("a schema was fetched");
    }
}
