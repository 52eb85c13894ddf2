package dev.benchlight.mcp;

import static dev.benchlight.mcp.Answered.ok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.peers.NpmServers;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Progress;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.Direction;
import dev.benchlight.trace.FrameId;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;
import dev.benchlight.trace.SpanStatus;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The engine against the reference server, over stdio.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EverythingServerTest {
    private final EventLog log = new EventLog();
    private final McpSession session;

    EverythingServerTest() {
        List<String> command = NpmServers.everything("stdio");
        session =
                new McpSession(
                        new ServerConfig.Stdio(
                                "everything",
                                command.getFirst(),
                                command.subList(1, command.size()),
                                Map.of(),
                                null),
                        SessionOptions.DEFAULT,
                        ClientHandlers.NONE,
                        log,
                        new SessionListener() {});
    }

    @BeforeAll
    void connect() {
        ok(session.connect());
    }

    @AfterAll
    void close() {
        session.close();
        assertThat(session.state()).isInstanceOf(SessionState.Closed.class);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void agreesOnTheNewestRevisionAndSaysWhoItIs() {
        assertThat(session.state())
                .isInstanceOfSatisfying(
                        SessionState.Ready.class,
                        ready -> {
                            assertThat(ready.server().revision()).isEqualTo(Revision.LATEST_LEGACY);
                            assertThat(ready.server().name()).isNotEmpty();
                            assertThat(ready.server().has("tools")).isTrue();
                        });
        assertThat(log.started(SpanKind.CONNECT))
                .singleElement()
                .satisfies(span ->
                        assertThat(log.notes(span.id(), SpanNote.Type.STEP))
                                .extracting(SpanNote::text)
                                .containsExactly(
                                        "starting the process: ok",
                                        "server/discover: legacy: it answered server/discover with"
                                                + " error -32601",
                                        "initialize: ok",
                                        "initialized: ok"));
    }

    @Test
    void listsWhatItOffers() {
        assertThat(ok(session.listTools(CallOptions.DEFAULT)).items())
                .extracting(Tool::name)
                .contains("echo", "get-sum", "get-tiny-image");
        assertThat(ok(session.listPrompts(CallOptions.DEFAULT)).items()).isNotEmpty();
        assertThat(ok(session.listResources(CallOptions.DEFAULT)).items()).isNotEmpty();
        assertThat(ok(session.listResourceTemplates(CallOptions.DEFAULT)).items()).isNotEmpty();
    }

    @Test
    void callsToolsAndLinksTheirFrames() {
        Call<ToolResult> call =
                session.callTool("get-sum", json("{\"a\":2,\"b\":40}"), CallOptions.DEFAULT);
        assertThat(ok(call).content().getFirst())
                .isInstanceOfSatisfying(
                        Content.Text.class, text -> assertThat(text.text()).contains("42"));
        assertThat(log.started(call.span()).name()).isEqualTo("get-sum");
        assertThat(log.ended(call.span()).status()).isEqualTo(SpanStatus.OK);
        FrameId answer = log.notes(call.span(), SpanNote.Type.RESPONSE_FRAME).getFirst().frame();
        assertThat(log.frames())
                .anyMatch(frame -> frame.id().equals(answer) && frame.text().contains("42"));
        assertThat(log.frames())
                .anyMatch(frame ->
                        frame.direction() == Direction.SENT && call.span().equals(frame.span()));
    }

    @Test
    void getsImagesPromptsAndResources() {
        assertThat(
                        ok(session.callTool("get-tiny-image", json("{}"), CallOptions.DEFAULT))
                                .content())
                .anyMatch(Content.Image.class::isInstance);
        assertThat(
                        ok(session.getPrompt(
                                        "args-prompt", Map.of("city", "Graz"), CallOptions.DEFAULT))
                                .messages())
                .isNotEmpty();
        String uri = ok(session.listResources(CallOptions.DEFAULT)).items().getFirst().uri();
        assertThat(ok(session.readResource(uri, CallOptions.DEFAULT)).contents()).isNotEmpty();
        assertThat(ok(session.ping(CallOptions.DEFAULT)).isObject()).isTrue();
        ok(session.setLogLevel("warning", CallOptions.DEFAULT));
    }

    @Test
    void reportsProgressAndCancels() throws InterruptedException {
        BlockingQueue<Progress> progress = new LinkedBlockingQueue<>();
        Call<ToolResult> call =
                session.callTool(
                        "trigger-long-running-operation",
                        json("{\"duration\":60,\"steps\":120}"),
                        CallOptions.DEFAULT.withProgress(progress::add));
        assertThat(progress.take().total()).hasValue(120);
        call.cancel();
        assertThat(call.await()).isInstanceOf(Outcome.Cancelled.class);
        assertThat(log.started(SpanKind.NOTIFICATION))
                .anyMatch(span ->
                        span.method().equals("notifications/cancelled")
                                && call.span().equals(span.parent()));
        assertThat(log.notes(call.span(), SpanNote.Type.PROGRESS)).isNotEmpty();
        ok(session.ping(CallOptions.DEFAULT));
    }

    @Test
    void aWrongArgumentIsAToolErrorOrAnRpcError() {
        Outcome<ToolResult> outcome =
                session.callTool("get-sum", json("{\"a\":\"x\"}"), CallOptions.DEFAULT).await();
        assertThat(outcome).isInstanceOf(Outcome.NotOk.class);
    }
}
