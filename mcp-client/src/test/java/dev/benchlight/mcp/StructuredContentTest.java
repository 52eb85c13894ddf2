package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/// Structured content beside the text that should say the same, and against the output schema.
class StructuredContentTest {
    private static final String SCHEMA =
            "{'type':'object','required':['mean'],'properties':{'mean':{'type':'number'}}}";

    private static JsonNode json(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }

    private static ToolResult result(String structured, String... texts) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        var content = result.putArray("content");
        for (String text : texts) {
            content.addObject().put("type", "text").put("text", text.replace('\'', '"'));
        }
        return new ToolResult(result.set("structuredContent", json(structured)));
    }

    private static List<String> doubts(ToolResult result, String schema) {
        return StructuredContent.check(result, Optional.of(json(schema))).stream()
                .map(finding -> (finding.doubt().code() + " " + finding.problem()).strip())
                .toList();
    }

    @Test
    void whatMatchesItsSchemaAndItsTextRaisesNoDoubt() {
        assertThat(doubts(result("{'mean':2.5}", "{'mean':2.5}"), SCHEMA)).isEmpty();
        assertThat(StructuredContent.check(result("{'mean':'x'}"), Optional.empty())).isEmpty();
        assertThat(StructuredContent.check(new ToolResult(json("{}")), Optional.empty())).isEmpty();
    }

    @Test
    void everyMismatchIsToldWithItsPlace() {
        assertThat(doubts(result("{'mean':'much'}"), SCHEMA))
                .containsExactly(
                        "output-schema-mismatch at /mean: Expected number, but this is the text"
                                + " \"much\".");
        assertThat(doubts(result("[1]"), SCHEMA))
                .containsExactly(
                        "output-schema-mismatch at the root: Expected object, but this is an array.");
    }

    @Test
    void whatCouldNotBeCheckedIsNoMismatch() {
        assertThat(doubts(result("{'mean':1}"), "{'$ref':'http://192.0.2.1/s'}"))
                .singleElement()
                .asString()
                .startsWith("output-not-checked at the root: ");
    }

    @Test
    void aPromisedContentThatIsMissingIsToldUnlessTheToolFailed() {
        assertThat(doubts(new ToolResult(json("{'content':[]}")), SCHEMA))
                .containsExactly("structured-content-missing");
        assertThat(doubts(new ToolResult(json("{'content':[],'isError':true}")), SCHEMA)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':1,'b':[]} | { 'b': [], 'a': 1 }",
                "{'a':1} | {'a':1.0}",
                "{'a':100} | {'a':1e2}",
                "[1,2] | [1, 2]",
                "{'result':'three'} | three",
                "{'result':'{}'} | {}",
                "{'result':{'a':1}} | {'a':1}",
                "{'entities':[{'name':'x'}]} | [{'name':'x'}]",
                "{'result':3} | 3",
                "'three' | three",
                "'three' | 'three'",
            })
    void aTextThatSaysTheSameIsFoundHoweverItIsWritten(String structured, String text) {
        assertThat(StructuredContent.isSaidInText(result(structured, "first", text))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':1} | {'a':2}",
                "{'a':1} | {'a':1,'b':2}",
                "{'a':1} | {'a':'1'}",
                "{'a':1} | {'a':1} {'a':1}",
                "{'a':1} | {'a':1e99999999999}",
                "{'a':1} | {'a':",
                "{'a':1} | ``",
                "{'a':'x','b':'x'} | x",
                "{} | ``",
                "{'a':[1],'b':[1]} | [1]",
            })
    void aTextThatSaysSomethingElseIsNot(String structured, String text) {
        assertThat(StructuredContent.isSaidInText(result(structured, text))).isFalse();
    }

    @Test
    void jsonTextsOfWhichNoneSaysTheSameContradict() {
        assertThat(doubts(result("{'mean':1}", "{'mean':2}"), SCHEMA))
                .containsExactly("structured-content-differs");
        assertThat(doubts(result("{'mean':1}", "{'mean':2}", "{'mean':1}"), SCHEMA)).isEmpty();
        assertThat(doubts(result("{'mean':1}", "The mean is 2."), SCHEMA)).isEmpty();
        assertThat(doubts(result("{'result':{'mean':1}}", "{'mean':1}"), "{}")).isEmpty();
    }
}
