package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.benchlight.mcp.rpc.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;

/// What is said of results, and how what was listed is called.
class ResultsTest {
    private static JsonNode json(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }

    private final List<String> doubts = new ArrayList<>();

    private Outcome<ToolResult> tool(String result) {
        return Results.tool(json(result), Revision.R2025_11_25, this::doubt);
    }

    private void doubt(String code, String message, String sample) {
        doubts.add(code + " " + sample);
    }

    private Outcome<?> result(String method, String result) {
        return switch (method) {
            case "prompts/get" -> Results.prompt(json(result), this::doubt);
            case "resources/read" -> Results.read(json(result), this::doubt);
            case "tools/list" -> Results.page("tools/list", "tools", json(result));
            default -> tool(result);
        };
    }

    private String errorOf(String result) {
        Outcome<ToolResult> outcome = tool(result);
        assertThat(outcome).isInstanceOf(Outcome.ToolError.class);
        return ((Outcome.NotOk<?>) outcome).problem().message();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'isError':true,'content':[{'type':'text','text':'no'}]} | no",
                "{'isError':true,'content':[{'type':'text','text':' '},{'type':'text','text':'b'}]} | b",
                "{'isError':true,'content':[{'type':'image','data':''}]} | no text was given",
                "{'isError':true,'content':[]} | no text was given",
                "{'isError':true,'structuredContent':{}} | no text was given"
            })
    void aToolsErrorIsItsFirstText(String result, String text) {
        assertThat(errorOf(result)).isEqualTo("the tool reported an error: " + text);
    }

    @Test
    void aLongErrorIsCutInTheProblemAndWholeInTheResult() {
        String text = "e".repeat(5_000);
        String result = "{'isError':true,'content':[{'type':'text','text':'" + text + "'}]}";
        assertThat(errorOf(result)).endsWith("e…").hasSizeLessThan(340);
        assertThat(tool(result))
                .isInstanceOfSatisfying(
                        Outcome.ToolError.class,
                        error -> assertThat(error.value().toString()).contains(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'content':[]}",
                "{'content':[],'isError':false}",
                "{'content':[{'type':'hologram'},{},{'type':'text','text':7}],'x-vendor':'yes'}"
            })
    void contentOfWhateverTypeIsAnAnswer(String result) {
        assertThat(tool(result)).isInstanceOf(Outcome.Ok.class);
        assertThat(doubts).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tools/call | {} | nothing at /content, where an array must",
                "tools/call | {'isError':true} | nothing at /content, where an array must",
                "tools/call | {'content':null} | null at /content, where an array must",
                "tools/call | {'content':'hi'} | a string at /content, where an array must",
                "tools/call | {'content':{'type':'text'}} | an object at /content, where an array must",
                "tools/call | {'content':null,'structuredContent':{}} | null at /content, where an array must",
                "tools/call | {'content':[],'isError':'yes'} | a string at /isError, where a boolean must",
                "tools/call | {'content':[],'isError':0} | a number at /isError, where a boolean must",
                "tools/call | {'content':[],'isError':null} | null at /isError, where a boolean must",
                "tools/call | {'structuredContent':{},'isError':1} | a number at /isError, where a boolean must",
                "prompts/get | {} | nothing at /messages, where an array must",
                "prompts/get | {'messages':{'role':'user'}} | an object at /messages, where an array must",
                "resources/read | {} | nothing at /contents, where an array must",
                "resources/read | {'contents':'hi'} | a string at /contents, where an array must",
                "tools/list | {} | nothing at /tools, where an array must",
                "tools/list | {'tools':{'echo':{}}} | an object at /tools, where an array must",
                "tools/list | {'tools':'none'} | a string at /tools, where an array must"
            })
    void aResultOfTheWrongShapeIsAViolationThatSaysWhere(
            String method, String result, String text) {
        assertThat(result(method, result))
                .isInstanceOfSatisfying(
                        Outcome.ProtocolViolation.class,
                        violation -> {
                            assertThat(violation.problem().code()).isEqualTo("bad-result");
                            assertThat(violation.problem().message())
                                    .isEqualTo(
                                            "protocol violation: the result of "
                                                    + method
                                                    + " has "
                                                    + text
                                                    + " stand");
                            assertThat(violation.problem().hint()).contains("trace");
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tools/call | {'content':[{},'hi']} | a string at /content/1",
                "tools/call | {'content':[null,{'type':'text','text':'a'}]} | null at /content/0",
                "prompts/get | {'messages':['hi',{'role':'user'}]} | a string at /messages/0",
                "resources/read | {'contents':[{'uri':'a:b'},[]]} | an array at /contents/1"
            })
    void anItemThatIsNoObjectIsFlaggedAndTheOthersStay(String method, String result, String text) {
        assertThat(result(method, result)).isInstanceOf(Outcome.Ok.class);
        assertThat(doubts).containsExactly("bad-item " + text + ", where an object must stand");
    }

    @Test
    void anItemThatIsNoObjectIsOfUnknownContent() {
        assertThat(new ToolResult(json("{'content':[null,5]}")).content())
                .containsExactly(new Content.Unknown(json("null")), new Content.Unknown(json("5")));
        assertThat(new PromptResult(json("{'messages':[null]}")).messages())
                .singleElement()
                .extracting(PromptResult.Message::content)
                .isEqualTo(new Content.Unknown(json("null")));
    }

    @Test
    void whatStandsInTheWrongPlaceIsInTheDetailsCut() {
        String result = "{'content':'" + "x".repeat(5_000) + "'}";
        assertThat(tool(result))
                .isInstanceOfSatisfying(
                        Outcome.ProtocolViolation.class,
                        violation -> {
                            assertThat(String.valueOf(violation.problem().details()))
                                    .startsWith("{\"pointer\":\"/content\",\"found\":\"\\\"xxx")
                                    .endsWith("xxx…\"}")
                                    .hasSizeLessThan(260);
                        });
    }

    @Test
    void structuredContentAloneIsAnAnswerWithADoubt() {
        assertThat(tool("{'structuredContent':{'a':1}}")).isInstanceOf(Outcome.Ok.class);
        assertThat(doubts).containsExactly("no-content /content");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "'text'", "null", "7"})
    void structuredContentThatIsNoObjectIsAnAnswerWithADoubt(String structured) {
        assertThat(tool("{'content':[],'structuredContent':" + structured + "}"))
                .isInstanceOf(Outcome.Ok.class);
        assertThat(doubts).containsExactly("bad-structured-content /structuredContent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "'text'", "null", "7"})
    void itMayBeAnyValueFrom20260728On(String structured) {
        String result = "{'content':[],'structuredContent':" + structured + "}";
        assertThat(Results.tool(json(result), Revision.R2026_07_28, this::doubt))
                .isInstanceOf(Outcome.Ok.class);
        assertThat(doubts).isEmpty();
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
                "{} | contents | content | 0 contents",
                "{'resourceTemplates':[1,2]} | resourceTemplates | resource templates | 2 resource templates"
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
