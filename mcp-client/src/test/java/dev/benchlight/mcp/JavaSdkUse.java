package dev.benchlight.mcp;

import static dev.benchlight.mcp.Answered.ok;
import static dev.benchlight.mcp.Answered.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.peers.JavaSdkServer;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Progress;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.SpanKind;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What the engine does with a server on the MCP Java SDK, over one of its transports.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JavaSdkUse {
    private final EventLog log = new EventLog();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final Over over;
    private final Optional<JavaSdkServer> server;
    private final McpSession session;

    enum Over {
        STDIO,
        HTTP,
        SSE
    }

    JavaSdkUse(Over over) throws IOException {
        this.over = over;
        server =
                switch (over) {
                    case STDIO -> Optional.empty();
                    case HTTP -> Optional.of(JavaSdkServer.overHttp());
                    case SSE -> Optional.of(JavaSdkServer.overSse());
                };
        SessionListener listener =
                new SessionListener() {
                    @Override
                    public void notified(String method, JsonNode params) {
                        told.add(method + " " + params);
                    }
                };
        session =
                new McpSession(
                        server.<ServerConfig>map(
                                        http -> new ServerConfig.Http("sdk", http.url(), Map.of()))
                                .orElseGet(JavaSdkUse::stdio),
                        SessionOptions.DEFAULT,
                        new FullClient(),
                        log,
                        listener);
        ok(session.connect());
    }

    private static ServerConfig stdio() {
        List<String> command = JavaSdkServer.command();
        return new ServerConfig.Stdio(
                "sdk", command.getFirst(), command.subList(1, command.size()), Map.of(), null);
    }

    @AfterAll
    void close() throws IOException {
        session.close();
        if (server.isPresent()) {
            server.get().close();
        }
    }

    private Call<ToolResult> calling(String tool, String arguments) {
        return session.callTool(tool, JsonMapper.shared().readTree(arguments), CallOptions.DEFAULT);
    }

    private String said(String tool) {
        return text(ok(calling(tool, "{}")));
    }

    private void awaitTold(String what) {
        Await.until("told of " + what, () -> told.stream().anyMatch(one -> one.startsWith(what)));
    }

    @Test
    void theEraIsFoundOutAndWhatShowedItIsSaid() {
        assertThat(session.state())
                .isInstanceOfSatisfying(
                        SessionState.Ready.class,
                        ready -> {
                            assertThat(ready.server().revision())
                                    .isEqualTo(
                                            over == Over.SSE
                                                    ? Revision.R2024_11_05
                                                    : Revision.R2025_11_25);
                            assertThat(ready.server().name()).isEqualTo("java-sdk");
                            assertThat(ready.server().instructions()).contains("Be brief.");
                        });
        SessionFacts facts = session.facts();
        assertThat(facts.eraSource()).contains(EraSource.FOUND_OUT);
        assertThat(facts.transport())
                .isEqualTo(
                        switch (over) {
                            case STDIO -> "stdio";
                            case HTTP -> "Streamable HTTP";
                            case SSE -> "HTTP+SSE";
                        });
        assertThat(facts.sessionId().isPresent()).isEqualTo(over == Over.HTTP);
        assertThat(facts.steps())
                .anySatisfy(step -> {
                    assertThat(step.name()).isEqualTo("server/discover");
                    // A process may still be starting while it is asked.
                    assertThat(step.verdict())
                            .startsWith(
                                    over == Over.STDIO
                                            ? "legacy: it "
                                            : "legacy: it answered server/discover");
                });
    }

    @Test
    void toolsAreListedAndOneHasStructuredContent() {
        List<Tool> tools = ok(session.listTools(CallOptions.DEFAULT)).items();
        assertThat(tools).extracting(Tool::name).contains("echo", "report", "ask", "fail");
        ToolResult result = ok(calling("echo", "{\"message\":\"hällo\"}"));
        assertThat(text(result)).isEqualTo("Echo: hällo");
        assertThat(result.json().at("/structuredContent/said").asString()).isEqualTo("hällo");
        Tool echo =
                tools.stream().filter(one -> one.name().equals("echo")).findFirst().orElseThrow();
        assertThat(StructuredContent.check(result, echo.json().optional("outputSchema"))).isEmpty();
    }

    @Test
    void aToolsErrorIsToldApartFromOneOfTheProtocol() {
        assertThat(calling("fail", "{}").await())
                .isInstanceOfSatisfying(
                        Outcome.ToolError.class,
                        error -> assertThat(error.problem().message()).contains("no paint left"));
        assertThat(calling("nothing", "{}").await())
                .isInstanceOfSatisfying(
                        Outcome.RpcError.class,
                        error -> assertThat(error.code()).isEqualTo(-32602));
    }

    @Test
    void progressComesInOrderAndLogsAsFarAsTheLevelLetsThem() {
        Queue<Progress> seen = new ConcurrentLinkedQueue<>();
        ok(session.setLogLevel("warning", CallOptions.DEFAULT));
        ok(
                session.callTool(
                        "report",
                        JsonMapper.shared().readTree("{}"),
                        CallOptions.DEFAULT.withProgress(seen::add)));
        assertThat(seen)
                .extracting(Progress::message)
                .containsExactly("step 1", "step 2", "step 3");
        awaitTold("notifications/message");
        assertThat(told).noneMatch(one -> one.contains("\"debug\""));
        ok(session.setLogLevel("debug", CallOptions.DEFAULT));
        ok(calling("report", "{}"));
        Await.until("debug", () -> told.stream().anyMatch(one -> one.contains("\"debug\"")));
    }

    @Test
    void theServerIsAnsweredWhateverItAsks() {
        assertThat(said("ask")).isEqualTo("ACCEPT {name=Jo}");
        assertThat(said("sample")).contains("It is.");
        assertThat(said("where")).contains("file:///tmp");
        assertThat(said("ping")).isEqualTo("{}");
        assertThat(log.started(SpanKind.SERVER_REQUEST))
                .allSatisfy(asked -> assertThat(asked.parent()).isNotNull())
                .extracting(asked -> asked.method())
                .contains("elicitation/create", "sampling/createMessage", "roots/list", "ping");
    }

    @Test
    void resourcesAreReadFromTheListAndFromTemplates() {
        assertThat(ok(session.listResources(CallOptions.DEFAULT)).items())
                .extracting(Resource::uri)
                .contains("sdk://counter");
        assertThat(ok(session.listResourceTemplates(CallOptions.DEFAULT)).items())
                .extracting(ResourceTemplate::uriTemplate)
                .containsExactly("sdk://items/{colour}");
        ReadResult item = ok(session.readResource("sdk://items/red", CallOptions.DEFAULT));
        assertThat(item.contents().getFirst().text()).contains("a red item");
        assertThat(session.readResource("sdk://items/none", CallOptions.DEFAULT).await())
                .isInstanceOfSatisfying(
                        Outcome.RpcError.class,
                        error -> assertThat(error.code()).isEqualTo(-32002));
    }

    @Test
    void changesToASubscribedResourceAreToldOf() {
        ok(session.subscribe("sdk://counter", CallOptions.DEFAULT));
        assertThat(session.facts().subscribed()).containsExactly("sdk://counter");
        said("touch");
        awaitTold("notifications/resources/updated {\"uri\":\"sdk://counter\"");
        ok(session.unsubscribe("sdk://counter", CallOptions.DEFAULT));
        assertThat(session.facts().subscribed()).isEmpty();
    }

    @Test
    void aNewToolIsToldOfAndListed() {
        said("grow");
        awaitTold("notifications/tools/list_changed");
        assertThat(ok(session.listTools(CallOptions.DEFAULT)).items())
                .extracting(Tool::name)
                .contains("grown");
    }

    @Test
    void promptsAreFilledInAndArgumentsCompleted() {
        assertThat(ok(session.listPrompts(CallOptions.DEFAULT)).items())
                .extracting(Prompt::name)
                .containsExactly("paint");
        PromptResult prompt =
                ok(session.getPrompt("paint", Map.of("colour", "red"), CallOptions.DEFAULT));
        assertThat(prompt.json().at("/messages/0/content/text").asString())
                .isEqualTo("Paint it red");
        assertThat(completed(new Completable.OfPrompt("paint"))).containsExactly("red", "rose");
        assertThat(completed(new Completable.OfTemplate("sdk://items/{colour}")))
                .containsExactly("red", "rose");
    }

    private List<String> completed(Completable of) {
        return ok(session.complete(of, "colour", "r", Map.of(), CallOptions.DEFAULT)).values();
    }

    @Test
    void aCallThatIsCancelledEndsAtOnceAndTheSessionGoesOn() {
        Call<ToolResult> waiting = calling("wait", "{}");
        waiting.cancel();
        assertThat(waiting.await()).isInstanceOf(Outcome.Cancelled.class);
        assertThat(said("release")).isEqualTo("done");
        ok(session.ping(CallOptions.DEFAULT));
        assertThat(session.warnings()).isEmpty();
    }
}
