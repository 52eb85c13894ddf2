package dev.benchlight.app.ui.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.Revision;
import dev.benchlight.mcp.ScriptedWire;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the window sends, and what it takes for an answer.
class ConnectionExchangeTest {
    private final FakeConnection connection = new FakeConnection();

    private ScriptedWire connect(String result) {
        ScriptedWire wire =
                new ScriptedWire((w, sent) -> {
                    if (sent.json().has("id")) {
                        w.result(sent, result);
                    }
                });
        McpSession session =
                new McpSession(
                        connection.snapshot().entry().config(),
                        SessionOptions.DEFAULT.speaking(Revision.LATEST_LEGACY),
                        ClientHandlers.NONE,
                        event -> {},
                        new SessionListener() {},
                        wire);
        session.connect().await();
        connection.over(session);
        return wire;
    }

    private Outcome<JsonNode> send(String method, String params) {
        Request request = new Request(method, JsonMapper.shared().readTree(params));
        return new ConnectionExchange(connection)
                .send(request, CallOptions.DEFAULT)
                .map(Call::await)
                .orElseThrow();
    }

    @Test
    void nothingIsSentWithoutASession() {
        assertThat(
                        new ConnectionExchange(connection)
                                .send(
                                        new Request("ping", JsonMapper.shared().readTree("{}")),
                                        CallOptions.DEFAULT))
                .isEmpty();
    }

    @Test
    void everyParameterOfAToolCallIsSent() {
        ScriptedWire wire = connect("{\"content\":[]}");
        send(
                "tools/call",
                "{\"name\":\"t\",\"x\":1,\"_meta\":{\"progressToken\":9,\"trace\":\"a\"}}");
        assertThat(wire.sent("tools/call").getFirst().json().path("params"))
                .hasToString(
                        "{\"name\":\"t\",\"x\":1,\"_meta\":{\"progressToken\":2,\"trace\":\"a\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tools/call | {'content':'sunny'} | a string at /content",
                "prompts/get | {'messages':{}} | an object at /messages",
                "resources/read | {} | nothing at /contents"
            },
            quoteCharacter = '`')
    void anAnswerOfTheWrongShapeIsNoResult(String method, String result, String text) {
        connect(result.replace('\'', '"'));
        assertThat(send(method, "{\"name\":\"t\"}"))
                .isInstanceOfSatisfying(
                        Outcome.ProtocolViolation.class,
                        violation -> assertThat(violation.problem().message()).contains(text));
    }

    @Test
    void aToolsErrorIsOneAndKeepsItsResult() {
        connect("{\"content\":[],\"isError\":true,\"x-vendor\":1}");
        assertThat(send("tools/call", "{\"name\":\"t\"}"))
                .isInstanceOfSatisfying(
                        Outcome.ToolError.class,
                        error ->
                                assertThat(String.valueOf(error.value()))
                                        .contains("\"x-vendor\":1"));
    }
}
