package dev.benchlight.mcp;

import static dev.benchlight.mcp.Answered.ok;
import static dev.benchlight.mcp.Answered.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.peers.EverythingServer;
import dev.benchlight.mcp.peers.NpmServers;
import dev.benchlight.mcp.rpc.Answer;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Question;
import dev.benchlight.mcp.tasks.TaskRun;
import dev.benchlight.mcp.tasks.TaskStatus;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.Channel;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tasks of real servers: of 2025-11-25 on the reference server, of 2026-07-28 on one that answers
/// for its SDK.
class TaskPeersTest {
    private final EventLog log = new EventLog();
    private final List<URI> urls = new ArrayList<>();
    private Optional<Process> modern = Optional.empty();
    private Optional<EverythingServer> everything = Optional.empty();
    private Optional<McpSession> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(McpSession::close);
        modern.ifPresent(Process::destroy);
        everything.ifPresent(EverythingServer::close);
    }

    private McpSession connect(URI url) {
        urls.add(url);
        McpSession session =
                new McpSession(
                        new ServerConfig.Http("peer", url, Map.of()),
                        SessionOptions.DEFAULT,
                        new Naming(),
                        log,
                        new SessionListener() {});
        open = Optional.of(session);
        ok(session.connect());
        ok(session.listTools(CallOptions.DEFAULT));
        return session;
    }

    private McpSession modern() throws IOException {
        Process started =
                new ProcessBuilder(NpmServers.modern("http", "modern", "tasks"))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        modern = Optional.of(started);
        return connect(URI.create(started.inputReader().readLine()));
    }

    private McpSession everything() throws IOException {
        EverythingServer started = EverythingServer.start("streamableHttp");
        everything = Optional.of(started);
        return connect(started.url("/mcp"));
    }

    /// Gives the first choice, or a name, to whoever asks.
    private static final class Naming implements ClientHandlers {
        @Override
        public Optional<JsonNode> capabilities() {
            return Optional.of(json("{\"elicitation\":{\"form\":{}}}"));
        }

        @Override
        public Answer answer(String server, Question question) {
            boolean chooses =
                    question.params().at("/requestedSchema/properties").has("interpretation");
            return new Answer.Result(
                    json(
                            "{\"action\":\"accept\",\"content\":"
                                    + (chooses
                                            ? "{\"interpretation\":\"snake\"}}"
                                            : "{\"name\":\"Jo\"}}")));
        }
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void aToolOfTheReferenceServerThatMustBeATaskIsFollowedToItsResult() throws IOException {
        McpSession session = everything();
        JsonNode arguments = json("{\"topic\":\"owls\",\"ambiguous\":false}");
        Call<ToolResult> call =
                session.callTool("simulate-research-query", arguments, CallOptions.DEFAULT);

        assertThat(text(ok(call))).contains("owls");
        TaskRun run = session.tasks().of(call.span()).orElseThrow();
        assertThat(run.task().status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(ok(session.tasks().list(CallOptions.DEFAULT)).items())
                .extracting(task -> task.id())
                .contains(run.task().id());
        assertThat(session.warnings()).isEmpty();
    }

    @Test
    void whatItsTaskAsksIsAnswered() throws IOException {
        JsonNode arguments = json("{\"topic\":\"python\",\"ambiguous\":true}");
        Call<ToolResult> call =
                everything().callTool("simulate-research-query", arguments, CallOptions.DEFAULT);

        assertThat(text(ok(call))).contains("snake");
    }

    @Test
    void itsTaskIsCancelledWithTheCall() throws IOException {
        McpSession session = everything();
        JsonNode arguments = json("{\"topic\":\"owls\",\"ambiguous\":false}");
        Call<ToolResult> call =
                session.callTool("simulate-research-query", arguments, CallOptions.DEFAULT);
        Await.until("a task", () -> session.tasks().of(call.span()).isPresent());
        call.cancel();

        assertThat(call.await())
                .isInstanceOfSatisfying(
                        Outcome.Cancelled.class,
                        cancelled ->
                                assertThat(cancelled.problem().message())
                                        .endsWith("the server was told so"));
        String id = session.tasks().of(call.span()).orElseThrow().task().id();
        assertThat(ok(session.tasks().poll(id, CallOptions.DEFAULT)).status())
                .isEqualTo(TaskStatus.CANCELLED);
    }

    @Test
    void aServerOf2026MakesATaskOfACallByItself() throws IOException {
        McpSession session = modern();
        Call<ToolResult> call = session.callTool("slow", json("{}"), CallOptions.DEFAULT);

        assertThat(text(ok(call))).isEqualTo("Dug");
        assertThat(session.tasks().of(call.span()).orElseThrow().polls()).isEqualTo(3);
        assertThat(log.texts(Channel.HTTP_REQUEST_HEAD))
                .filteredOn(head -> head.contains("Mcp-Method: tasks/get"))
                .hasSize(3)
                .allSatisfy(head -> assertThat(head).contains("Mcp-Name: =?base64?w6QtMQ==?="));
        assertThat(session.warnings()).isEmpty();
    }

    @Test
    void whatATaskOf2026AsksIsGivenByUpdate() throws IOException {
        Call<ToolResult> call =
                modern().callTool("slow", json("{\"ask\":true}"), CallOptions.DEFAULT);

        assertThat(text(ok(call)))
                .isEqualTo("{\"action\":\"accept\",\"content\":{\"name\":\"Jo\"}}");
    }

    @Test
    void aTaskIsTakenUpAgainByAnotherSession() throws IOException {
        McpSession first = modern();
        Call<ToolResult> call =
                first.callTool("slow", json("{\"polls\":1000}"), CallOptions.DEFAULT);
        Await.until("a task", () -> first.tasks().of(call.span()).isPresent());
        String id = first.tasks().of(call.span()).orElseThrow().task().id();
        first.close();
        assertThat(call.await()).isInstanceOf(Outcome.Cancelled.class);
        McpSession second = connect(urls.getLast());

        ok(second.tasks().cancel(id, CallOptions.DEFAULT));
        assertThat(second.tasks().resume(id, CallOptions.DEFAULT).await())
                .isInstanceOfSatisfying(
                        Outcome.Cancelled.class,
                        cancelled ->
                                assertThat(cancelled.problem().code()).isEqualTo("task-cancelled"));
    }
}
