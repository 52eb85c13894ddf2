package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.rpc.Answer;
import dev.benchlight.mcp.rpc.Question;
import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;

/// What a server may ask, by what was declared to it.
class AskingTest {
    private static final String USER = "{'role':'user','content':{'type':'text','text':'hi'}}";
    private static final String USE =
            "{'role':'assistant','content':[{'type':'tool_use','id':'a'},"
                    + "{'type':'tool_use','id':'b'}]}";
    private static final String ANSWER = "{'type':'tool_result','toolUseId':'a'}";
    private static final String OTHER = "{'type':'tool_result','toolUseId':'b'}";

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    private static Question question(String method, String params) {
        SpanContext span = new SpanContext(TraceId.random(), SpanId.random());
        return new Question(method, json(params), span, Optional.empty());
    }

    private static Answer asked(String declared, String method, String params) {
        ClientHandlers handlers =
                new ClientHandlers() {
                    @Override
                    public Optional<JsonNode> capabilities() {
                        return Optional.of(json(declared));
                    }

                    @Override
                    public Answer answer(String server, Question question) {
                        return new Answer.Result(json("{'from':'" + server + "'}"));
                    }
                };
        return new Asking("s", handlers).answer(question(method, params));
    }

    @ParameterizedTest
    @CsvSource({
        "sampling/createMessage, sampling, true",
        "elicitation/create, elicitation, true",
        "roots/list, roots, true",
        "sampling/createMessage, roots, false",
        "roots/list, sampling, false",
        "tools/list, tools, false",
        "no/such/method, roots, false"
    })
    void aHandlerIsAskedOnlyForWhatItDeclared(String method, String declared, boolean isAsked) {
        assertThat(asked("{'" + declared + "':{}}", method, "{'messages':[]}"))
                .isEqualTo(
                        isAsked
                                ? new Answer.Result(json("{'from':'s'}"))
                                : new Answer.Unsupported());
    }

    @Test
    void whoeverDeclaresNothingIsNotAsked() {
        assertThat(new Asking("s", ClientHandlers.NONE).answer(question("roots/list", "{}")))
                .isInstanceOf(Answer.Unsupported.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; {}; true",
                "{}; {'mode':'form'}; true",
                "{}; {'mode':'url'}; false",
                "{'url':{}}; {}; false",
                "{'url':{}}; {'mode':'url'}; true",
                "{'form':{},'url':{}}; {'mode':'hologram'}; false",
            })
    void aModeThatWasNotDeclaredIsInvalidParams(String declared, String params, boolean isAsked) {
        Answer answer = asked("{'elicitation':" + declared + "}", "elicitation/create", params);
        assertThat(answer instanceof Answer.Result).isEqualTo(isAsked);
        if (!isAsked) {
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.code()).isEqualTo(-32602));
        }
    }

    private static String sampled(String declared, String params) {
        Answer answer = asked("{'sampling':" + declared + "}", "sampling/createMessage", params);
        return answer instanceof Answer.Refused(int code, String message)
                ? code + " " + message
                : "asked";
    }

    @Test
    void samplingWithToolsMustHaveBeenDeclared() {
        String params = "{'messages':[" + USER + "],'tools':[]}";
        assertThat(sampled("{}", params))
                .isEqualTo("-32602 refused: this client does not offer sampling with tools");
        assertThat(sampled("{'tools':{}}", params)).isEqualTo("asked");
    }

    @Test
    void toolResultsAnswerEveryToolUseAndStandAlone() {
        String both = "{'role':'user','content':[" + ANSWER + "," + OTHER + "]}";
        String one = "{'role':'user','content':[" + ANSWER + "]}";
        String mixed = "{'role':'user','content':[" + ANSWER + ",{'type':'text'}]}";

        assertThat(sampled("{}", "{'messages':[" + USE + "," + both + "]}")).isEqualTo("asked");
        assertThat(sampled("{}", "{'messages':[" + USE + "," + one + "]}"))
                .contains("-32602", "a tool result is missing");
        assertThat(sampled("{}", "{'messages':[" + USE + "]}"))
                .contains("a tool result is missing");
        assertThat(sampled("{}", "{'messages':[" + USER + "," + mixed + "]}"))
                .contains("-32602", "mixed with other content");
        assertThat(sampled("{}", "{}")).contains("-32602", "messages is not an array");
    }
}
