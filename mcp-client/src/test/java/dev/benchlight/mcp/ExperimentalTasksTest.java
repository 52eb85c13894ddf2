package dev.benchlight.mcp;

import static dev.benchlight.mcp.TaskServer.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.tasks.Task;
import dev.benchlight.mcp.tasks.TaskRun;
import dev.benchlight.mcp.tasks.TaskStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.CountDownLatch;

/// Tasks as 2025-11-25 has them.
class ExperimentalTasksTest {
    private static final String CAPABILITIES =
            "{'tools':{},'tasks':{'list':{},'cancel':{},'requests':{'tools':{'call':{}}}}}";
    private static final String TOOLS =
            "{'tools':[{'name':'must','inputSchema':{},'execution':{'taskSupport':'required'}},"
                    + "{'name':'may','inputSchema':{},'execution':{'taskSupport':'optional'}},"
                    + "{'name':'never','inputSchema':{}}]}";
    private static final String RESULT = "{'content':[{'type':'text','text':'done'}]}";

    private final TaskServer server =
            new TaskServer().declaring(CAPABILITIES).answering("tools/list", TOOLS);

    @AfterEach
    void close() {
        server.close();
    }

    private static String task(String status) {
        return "{'taskId':'t-1','status':'"
                + status
                + "','createdAt':'2026','lastUpdatedAt':'2026','ttl':60000,'pollInterval':0}";
    }

    private static String created() {
        return "{'task':" + task("working") + "}";
    }

    private McpSession session() {
        McpSession session = server.session(Revision.R2025_11_25);
        session.listTools(CallOptions.DEFAULT).await();
        return session;
    }

    private JsonNode sentParams(String method) {
        return server.wire().sent(method).getLast().json().path("params");
    }

    @Test
    void aToolThatMustBeATaskIsCalledAsOne() {
        server.answering("tools/call", created())
                .answering("tasks/get", task("working"), task("completed"))
                .answering("tasks/result", RESULT);
        McpSession session = session();
        Outcome<ToolResult> outcome =
                session.callTool("must", json("{}"), CallOptions.DEFAULT).await();

        assertThat(outcome).isInstanceOf(Outcome.Ok.class);
        assertThat(sentParams("tools/call").path("task")).isEqualTo(json("{}"));
        assertThat(server.wire().sent("tasks/get")).hasSize(2);
        assertThat(sentParams("tasks/result").path("taskId").asString()).isEqualTo("t-1");
        assertThat(session.tasks().all()).extracting(TaskRun::tool).containsExactly("must");
    }

    @Test
    void aToolThatMayBeATaskIsOneOnlyIfThatIsWanted() {
        server.answering("tools/call", RESULT, created())
                .answering("tasks/get", task("completed"))
                .answering("tasks/result", RESULT);
        McpSession session = session();

        assertThat(session.tasks().mayBeTask("may")).isTrue();
        assertThat(session.tasks().mayBeTask("never")).isFalse();
        session.callTool("may", json("{}"), CallOptions.DEFAULT).await();
        assertThat(sentParams("tools/call").has("task")).isFalse();
        Outcome<ToolResult> second =
                session.callAsTask("may", json("{}"), CallOptions.DEFAULT).await();
        assertThat(second).isInstanceOf(Outcome.Ok.class);
        assertThat(sentParams("tools/call").has("task")).isTrue();
    }

    @Test
    void aServerThatDeclaresNoTasksIsAskedForNone() {
        server.declaring("{'tools':{}}").answering("tools/call", RESULT);
        McpSession session = session();
        session.callTool("must", json("{}"), CallOptions.DEFAULT).await();

        assertThat(sentParams("tools/call").has("task")).isFalse();
        assertThat(session.tasks().poll("t-1", CallOptions.DEFAULT).await())
                .isInstanceOf(Outcome.ProtocolViolation.class);
        assertThat(session.tasks().list(CallOptions.DEFAULT).await())
                .isInstanceOf(Outcome.ProtocolViolation.class);
        assertThat(server.wire().sent("tasks/get")).isEmpty();
        assertThat(server.wire().sent("tasks/list")).isEmpty();
    }

    @Test
    void aServerThatAnswersAtOnceIsTakenAtItsWord() {
        server.answering("tools/call", RESULT);

        assertThat(session().callTool("must", json("{}"), CallOptions.DEFAULT).await())
                .isInstanceOf(Outcome.Ok.class);
        assertThat(server.wire().sent("tasks/get")).isEmpty();
    }

    @Test
    void theErrorOfATaskIsTheErrorOfItsResult() {
        server.answering("tools/call", created())
                .answering("tasks/get", task("failed"))
                .answering("tasks/result", "!{'code':-32603,'message':'no luck'}");

        assertThat(session().callTool("must", json("{}"), CallOptions.DEFAULT).await())
                .isInstanceOf(Outcome.RpcError.class);
    }

    @Test
    void aTaskThatWantsInputIsAskedForItsResultOnce() {
        server.answering("tools/call", created())
                .answering(
                        "tasks/get",
                        task("input_required"),
                        task("input_required"),
                        task("completed"))
                .leaving(
                        "tasks/result",
                        (wire, sent) ->
                                Thread.ofVirtual()
                                        .start(() -> {
                                            Await.until(
                                                    "three polls",
                                                    () -> wire.sent("tasks/get").size() == 3);
                                            wire.result(sent, RESULT.replace('\'', '"'));
                                        }));

        assertThat(session().callTool("must", json("{}"), CallOptions.DEFAULT).await())
                .isInstanceOf(Outcome.Ok.class);
        assertThat(server.wire().sent("tasks/result")).hasSize(1);
    }

    @Test
    void aNotificationIsHeardBeforeThePoll() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        server.telling(begun::countDown)
                .answering(
                        "tools/call", created().replace("'pollInterval':0", "'pollInterval':60000"))
                .answering("tasks/result", RESULT);
        McpSession session = session();
        Call<ToolResult> call = session.callTool("must", json("{}"), CallOptions.DEFAULT);
        begun.await();
        server.wire()
                .say(
                        ("{'jsonrpc':'2.0','method':'notifications/tasks/status','params':"
                                        + task("completed")
                                        + "}")
                                .replace('\'', '"'));

        assertThat(call.await()).isInstanceOf(Outcome.Ok.class);
        assertThat(server.wire().sent("tasks/get")).isEmpty();
    }

    @Test
    void aServerThatCannotCancelIsNotAskedTo() throws InterruptedException {
        CountDownLatch polled = new CountDownLatch(1);
        server.declaring("{'tools':{},'tasks':{'requests':{'tools':{'call':{}}}}}")
                .answering("tools/call", created())
                .leaving("tasks/get", (wire, sent) -> polled.countDown());
        Call<ToolResult> call = session().callTool("must", json("{}"), CallOptions.DEFAULT);
        polled.await();
        call.cancel();

        Outcome<ToolResult> outcome = call.await();
        assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
        assertThat(((Outcome.NotOk<?>) outcome).problem().message())
                .contains("does not offer to cancel");
        assertThat(server.wire().sent("tasks/cancel")).isEmpty();
    }

    @Test
    void theServersTasksAreListedPageByPage() {
        server.answering(
                "tasks/list",
                "{'tasks':[" + task("working") + ",{}],'nextCursor':'2'}",
                "{'tasks':[" + task("completed").replace("t-1", "t-2") + "]}");
        McpSession session = session();

        Outcome<Listing<Task>> outcome = session.tasks().list(CallOptions.DEFAULT).await();
        assertThat(outcome).isInstanceOf(Outcome.Ok.class);
        Listing<Task> listing = ((Outcome.Ok<Listing<Task>>) outcome).value();
        assertThat(listing.items())
                .extracting(Task::status)
                .containsExactly(TaskStatus.WORKING, TaskStatus.COMPLETED);
        assertThat(listing.warnings()).extracting(Warning::code).containsExactly("bad-entry");
    }

    @Test
    void olderRevisionsHaveNoTasks() {
        server.wire().speaking("2025-06-18");
        server.answering("tools/call", "{'task':" + task("working") + ",'content':[]}");
        McpSession session = server.session(Revision.R2025_06_18);
        session.listTools(CallOptions.DEFAULT).await();

        assertThat(session.callTool("must", json("{}"), CallOptions.DEFAULT).await())
                .isInstanceOf(Outcome.Ok.class);
        assertThat(sentParams("tools/call").has("task")).isFalse();
        assertThat(session.tasks().all()).isEmpty();
    }

    @Test
    void tasksThatAreListedAreKnownFromThenOn() {
        String other = task("working").replace("t-1", "t-2");
        server.answering("tools/call", created())
                .answering("tasks/get", task("completed"))
                .answering("tasks/result", RESULT)
                .answering("tasks/list", "{'tasks':[" + task("working") + "," + other + "]}");
        McpSession session = session();
        session.callTool("must", json("{}"), CallOptions.DEFAULT).await();

        assertThat(session.tasks().canList()).isTrue();
        assertThat(session.tasks().mustBeTask("must")).isTrue();
        assertThat(session.tasks().mustBeTask("may")).isFalse();
        session.tasks().list(CallOptions.DEFAULT).await();
        assertThat(session.tasks().all())
                .extracting(run -> run.tool() + " " + run.task().id() + " " + run.task().status())
                .containsExactly("must t-1 COMPLETED", " t-2 WORKING");
    }
}
