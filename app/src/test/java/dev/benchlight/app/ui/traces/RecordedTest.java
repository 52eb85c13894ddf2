package dev.benchlight.app.ui.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.traces.Events;
import dev.benchlight.app.traces.Redactor;
import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.app.traces.TraceRow;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.faults.FaultyHttpServer;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;

class RecordedTest {
    private static final String SECRET = "sk-live-SECRETSECRET1234";

    private final Redactor redactor = new Redactor();
    private final TraceStore store = TraceStore.inMemory(redactor);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void requestsAreCopiedAsTheCommandLineThatDoesTheSame() {
        assertThat(line("tools/call", "{\"name\":\"it's\",\"arguments\":{\"n\":1.0,\"e\":1e3}}"))
                .isEqualTo("benchlight call everything 'it'\\''s' --args '{\"n\":1.0,\"e\":1e3}'");
        assertThat(line("tools/call", "{\"name\":\"t\"}"))
                .isEqualTo("benchlight call everything t --args '{}'");
        assertThat(line("prompts/get", "{\"name\":\"p\",\"arguments\":{\"city\":\"New York\"}}"))
                .isEqualTo("benchlight prompt everything p --arg 'city=New York'");
        assertThat(line("resources/read", "{\"uri\":\"demo://a\"}"))
                .isEqualTo("benchlight read everything demo://a");
        assertThat(line("resources/templates/list", "{}"))
                .isEqualTo("benchlight list everything templates");
        assertThat(line("ping", "{}")).isEmpty();
    }

    private String line(String method, String params) {
        SpanId id = new Events(store).start(method, "");
        new Events(store)
                .request(id, "{\"id\":1,\"method\":\"" + method + "\",\"params\":" + params + "}");
        return Recorded.commandLine(detail(id)).orElse("");
    }

    private TraceDetail detail(SpanId id) {
        store.flush();
        return store.find(id.value()).orElseThrow();
    }

    @Test
    void requestsCanBeSentAgainAndCallsBeEdited() {
        Events events = new Events(store);
        TraceRow call = detail(events.start("tools/call", "t")).row();
        TraceRow list = detail(events.start("tools/list", "")).row();
        TraceRow first = detail(events.start("initialize", "")).row();
        assertThat(List.of(call, list, first))
                .extracting(Recorded::canBeSentAgain)
                .containsExactly(true, true, false);
        assertThat(List.of(call, list, first))
                .extracting(Recorded::canBeEdited)
                .containsExactly(true, false, false);
    }

    @Test
    void anHttpCallIsCopiedAsRequestResponseAndCurlAllWithoutItsSecrets() throws Exception {
        redactor.add(List.of(SECRET));
        SpanId id;
        try (FaultyHttpServer server = FaultyHttpServer.start("ok");
                McpSession session =
                        new McpSession(
                                new ServerConfig.Http(
                                        "remote",
                                        server.url(),
                                        Map.of(
                                                "Authorization",
                                                "Bearer " + SECRET,
                                                "X-Team",
                                                "red")),
                                SessionOptions.DEFAULT,
                                ClientHandlers.NONE,
                                store,
                                new SessionListener() {})) {
            session.connect().await();
            var call =
                    session.callTool(
                            "echo",
                            JsonMapper.shared().readTree("{\"message\":\"it's " + SECRET + "\"}"),
                            CallOptions.DEFAULT);
            call.await();
            id = call.span();
        }
        TraceDetail detail = detail(id);
        assertThat(detail.row().status()).isEqualTo(SpanStatus.OK);
        assertThat(Recorded.request(detail).orElseThrow()).contains("\"message\":\"it's ****");
        assertThat(Recorded.response(detail).orElseThrow()).contains("Echo: it's ****");
        String curl = Recorded.curl(detail).orElseThrow();
        assertThat(curl)
                .startsWith("curl -X POST http://127.0.0.1:")
                .contains(" -H 'X-Team: red'", " -H 'Authorization: <hidden>'", "it'\\''s ****")
                .doesNotContain("Content-Length", "Host:");
        assertThat(curl + Recorded.commandLine(detail).orElseThrow()).doesNotContain("SECRET");
        assertThat(Recorded.curl(detail(new Events(store).start("tools/call", "t")))).isEmpty();
    }
}
