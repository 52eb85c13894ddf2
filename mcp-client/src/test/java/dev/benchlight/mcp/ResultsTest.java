package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.benchlight.mcp.rpc.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is said of results, and how what was listed is called.
class ResultsTest {
    private static JsonNode json(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }

    private static String errorOf(String result) {
        assertThat(Results.tool(json(result))).isInstanceOf(Outcome.ToolError.class);
        return ((Outcome.NotOk<?>) Results.tool(json(result))).problem().message();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'isError':true,'content':[{'type':'text','text':'no'}]} | no",
                "{'isError':true,'content':[{'type':'text','text':' '},{'type':'text','text':'b'}]} | b",
                "{'isError':true,'content':[{'type':'image','data':''}]} | no text was given",
                "{'isError':true,'content':[]} | no text was given",
                "{'isError':true} | no text was given"
            })
    void aToolsErrorIsItsFirstText(String result, String text) {
        assertThat(errorOf(result)).isEqualTo("the tool reported an error: " + text);
    }

    @Test
    void aLongErrorIsCutInTheProblemAndWholeInTheResult() {
        String text = "e".repeat(5_000);
        String result = "{'isError':true,'content':[{'type':'text','text':'" + text + "'}]}";
        assertThat(errorOf(result)).endsWith("e…").hasSizeLessThan(340);
        assertThat(Results.tool(json(result)))
                .isInstanceOfSatisfying(
                        Outcome.ToolError.class,
                        error -> assertThat(error.value().toString()).contains(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{'content':[]}", "{}", "{'isError':false}", "{'isError':'yes'}"})
    void onlyTrueIsAnError(String result) {
        assertThat(Results.tool(json(result))).isInstanceOf(Outcome.Ok.class);
    }

    @Test
    void theSummaryNamesTheTypesInTheirOrder() {
        assertThat(
                        Results.contentSummary(
                                json("{'content':[{'type':'text'},{'type':'hologram'},{},7]}")))
                .isEqualTo("text, hologram, ?, ?");
        assertThat(Results.contentSummary(json("{}"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'tools':[1]} | tools | tools | 1 tool",
                "{'tools':[1,2]} | tools | tools | 2 tools",
                "{'messages':[]} | messages | message | 0 messages",
                "{} | contents | content | 0 contents"
            })
    void countsAreGivenWithTheRightNumber(String json, String field, String word, String text) {
        assertThat(Results.count(json(json), field, word)).isEqualTo(text);
    }

    @Test
    void aTitleIsTheTitleOrTheAnnotationsOrTheName() {
        assertThat(new Tool(json("{'name':'n','title':'T','annotations':{'title':'A'}}")).title())
                .isEqualTo("T");
        assertThat(new Tool(json("{'name':'n','annotations':{'title':'A'}}")).title())
                .isEqualTo("A");
        assertThat(new Tool(json("{'name':'n','title':7}")).title()).isEqualTo("n");
        assertThat(new Prompt(json("{'name':'n'}")).title()).isEqualTo("n");
        assertThat(new Resource(json("{'uri':'u','name':'n','title':'T'}")).title()).isEqualTo("T");
        assertThat(new ResourceTemplate(json("{'uriTemplate':'u'}")).title()).isEmpty();
    }

    @Test
    void whatAnEntryLacksIsEmptyAndWhatIsUnknownStays() {
        Resource resource = new Resource(json("{'uri':'u','x-vendor':[1]}"));
        assertThat(resource.description()).isEmpty();
        assertThat(resource.mimeType()).isEmpty();
        assertThat(resource.json().path("x-vendor")).hasToString("[1]");
        Prompt prompt =
                new Prompt(json("{'name':'p','arguments':[{'name':'a','required':true},{}]}"));
        assertThat(prompt.arguments())
                .extracting(Prompt.Argument::name, Prompt.Argument::required)
                .containsExactly(tuple("a", true), tuple("", false));
    }
}
