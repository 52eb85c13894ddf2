package dev.benchlight.mcp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a JSON value is by JSON-RPC 2.0 ("Request object", "Response object").
class MessageReaderTest {
    private static Message read(String json) {
        return MessageReader.read(PeerRun.json(json.replace('\'', '"')));
    }

    @Test
    void aRequestHasAnIdOfEitherTypeAndMayLackParams() {
        assertThat(read("{'jsonrpc':'2.0','id':7,'method':'ping'}"))
                .isInstanceOfSatisfying(
                        Message.Request.class,
                        request -> {
                            assertThat(request.id().asInt()).isEqualTo(7);
                            assertThat(request.method()).isEqualTo("ping");
                            assertThat(request.params().isMissingNode()).isTrue();
                        });
        assertThat(read("{'jsonrpc':'2.0','id':'a','method':'m','params':[1]}"))
                .isInstanceOfSatisfying(
                        Message.Request.class,
                        request -> {
                            assertThat(request.id().asString()).isEqualTo("a");
                            assertThat(request.params()).hasToString("[1]");
                        });
    }

    @Test
    void aNotificationHasNoId() {
        assertThat(read("{'jsonrpc':'2.0','method':'n','params':{'a':1},'x-vendor':2}"))
                .isInstanceOfSatisfying(
                        Message.Notification.class,
                        notification -> {
                            assertThat(notification.method()).isEqualTo("n");
                            assertThat(notification.params()).hasToString("{\"a\":1}");
                        });
    }

    @Test
    void aResultIsAnObjectAndKeepsWhatNobodyKnows() {
        assertThat(read("{'jsonrpc':'2.0','id':1,'result':{'x-vendor':[null]},'extra':true}"))
                .isInstanceOfSatisfying(
                        Message.Result.class,
                        result -> assertThat(result.result()).hasToString("{\"x-vendor\":[null]}"));
    }

    @Test
    void anErrorHasACodeAMessageAndPerhapsData() {
        assertThat(read("{'jsonrpc':'2.0','id':1,'error':{'code':-32602,'message':'m'}}"))
                .isInstanceOfSatisfying(
                        Message.Failure.class,
                        failure -> {
                            assertThat(failure.code()).isEqualTo(-32602);
                            assertThat(failure.message()).isEqualTo("m");
                            assertThat(failure.data()).isNull();
                        });
        assertThat(read("{'jsonrpc':'2.0','error':{'code':1,'message':'m','data':[1]}}"))
                .isInstanceOfSatisfying(
                        Message.Failure.class,
                        failure -> {
                            assertThat(failure.id().isMissingNode()).isTrue();
                            assertThat(failure.data()).hasToString("[1]");
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'jsonrpc':'2.0','id':1,'result':null} | null-result | the result is null",
                "{'jsonrpc':'2.0','id':1,'result':[]} | bad-result | an array, not an object",
                "{'jsonrpc':'2.0','id':1,'result':'x'} | bad-result | a string, not an object",
                "{'jsonrpc':'2.0','id':1,'result':7} | bad-result | a number, not an object",
                "{'jsonrpc':'2.0','id':1,'result':true} | bad-result | a boolean, not an object",
                "{'jsonrpc':'2.0','id':1,'error':'kaputt'} | error-not-an-object | a string: kaputt",
                "{'jsonrpc':'2.0','id':1,'error':null} | error-not-an-object | the error is null",
                "{'jsonrpc':'2.0','id':1,'error':{}} | error-no-code | no integer code",
                "{'jsonrpc':'2.0','id':1,'error':{'code':1.5}} | error-no-code | no integer code",
                "{'jsonrpc':'2.0','id':1,'error':{'code':'1'}} | error-no-code | no integer code",
                "{'jsonrpc':'2.0','id':1,'error':{'code':99999999999}} | error-no-code | integer",
                "{'jsonrpc':'2.0','id':1,'error':{'code':5}} | error-no-message | (code 5)",
                "{'jsonrpc':'2.0','id':1,'error':{'code':5,'message':{}}} | error-no-message | 5",
                "{'jsonrpc':'2.0','id':1,'result':{},'error':{}} | result-and-error | has both",
                "{'jsonrpc':'2.0','id':1} | no-result | no method, no result and no error",
                "{'id':1,'result':{}} | no-jsonrpc | has no \"jsonrpc\" field",
                "{'jsonrpc':'1.0','id':1,'result':{}} | wrong-jsonrpc | \"1.0\", not \"2.0\"",
                "{'jsonrpc':2.0,'id':1,'result':{}} | wrong-jsonrpc | is 2.0, not",
                "{'jsonrpc':'2.0','id':1,'method':'m','result':{}} | method-and-result | at once",
                "{'jsonrpc':'2.0','id':1,'method':'m','error':{}} | method-and-result | at once"
            })
    void aBrokenAnswerIsStillAnAnswerToItsId(String json, String code, String text) {
        Message.Violation violation = violation(json);
        assertThat(violation.code()).isEqualTo(code);
        assertThat(violation.text()).contains(text);
        assertThat(violation.answers()).isTrue();
        assertThat(Problems.violation(code, text).problem().hint()).isNotBlank();
        assertThat(violation.id().asInt()).isEqualTo(1);
    }

    private static Message.Violation violation(String json) {
        assertThat(read(json)).isInstanceOf(Message.Violation.class);
        return (Message.Violation) read(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "42 | not-an-object | this is a number",
                "null | not-an-object | this is null",
                "\"x\" | not-an-object | this is a string",
                "true | not-an-object | this is a boolean",
                "[] | not-an-object | this is an array",
                "{'jsonrpc':'2.0'} | no-result | no method",
                "{'jsonrpc':'2.0','method':7} | method-not-a-string | not a string",
                "{'jsonrpc':'2.0','id':1,'method':null} | method-not-a-string | not a string",
                "{'method':'m'} | no-jsonrpc | jsonrpc",
                "{'jsonrpc':'2.0','id':null,'method':'m'} | bad-id | \"id\" is null",
                "{'jsonrpc':'2.0','id':{},'method':'m'} | bad-id | an object",
                "{'jsonrpc':'2.0','id':true,'method':'m'} | bad-id | a boolean"
            })
    void whatAnswersNothingIsAViolationOfItsOwn(String json, String code, String text) {
        Message.Violation violation = violation(json);
        assertThat(violation.code()).isEqualTo(code);
        assertThat(violation.text()).contains(text);
        assertThat(violation.answers()).isFalse();
    }

    @Test
    void theServersWordsAreCut() {
        String endless = "x".repeat(100_000);
        assertThat(violation("{'jsonrpc':'" + endless + "','id':1,'result':{}}").text())
                .hasSizeLessThan(100);
        assertThat(violation("{'jsonrpc':'2.0','id':1,'error':'" + endless + "'}").text())
                .hasSizeLessThan(300);
    }
}
