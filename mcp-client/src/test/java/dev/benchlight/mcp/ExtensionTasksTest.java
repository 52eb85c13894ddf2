package dev.benchlight.mcp;

import static dev.benchlight.mcp.TaskServer.CREATED;
import static dev.benchlight.mcp.TaskServer.DONE;
import static dev.benchlight.mcp.TaskServer.REST;
import static dev.benchlight.mcp.TaskServer.json;
import static dev.benchlight.mcp.TaskServer.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.ScriptedWire.Sent;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.tasks.Task;
import dev.benchlight.mcp.tasks.TaskRun;
import dev.benchlight.mcp.tasks.TaskStatus;
import dev.benchlight.trace.SpanKind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// The extension `io.modelcontextprotocol/tasks` of 2026-07-28.
class ExtensionTasksTest {
    private final TaskServer server = new TaskServer();

    @AfterEach
    void close() {
        server.close();
    }

    private Call<ToolResult> call(McpSession session) {
        return session.callTool("t", json("{'a':1}"), CallOptions.DEFAULT);
    }

    private Outcome<ToolResult> outcome() {
        return call(server.modern()).await();
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.NotOk<?> notOk ? notOk.problem().code() : "ok";
    }

    @Test
    void theResultOfTheTaskIsTheResultOfTheCall() {
        server.answering("tools/call", CREATED)
                .answering("tasks/get", "{" + task("working") + "}", DONE);
        McpSession session = server.modern();
        Call<ToolResult> call = call(session);

        assertThat(call.await())
                .isInstanceOfSatisfying(
                        Outcome.Ok.class, ok -> assertThat(ok.value().toString()).contains("done"));
        List<Sent> polls = server.wire().sent("tasks/get");
        assertThat(polls).hasSize(2);
        assertThat(polls.getFirst().json().at("/params/taskId").asString()).isEqualTo("t-1");
        assertThat(server.log.started(SpanKind.REQUEST))
                .filteredOn(span -> span.method().equals("tasks/get"))
                .hasSize(2)
                .allSatisfy(span -> assertThat(span.parent()).isEqualTo(call.span()));
        assertThat(server.log.ended(call.span()).summary()).isEqualTo("task t-1 working");
        assertThat(session.tasks().all())
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.tool()).isEqualTo("t");
                    assertThat(run.polls()).isEqualTo(2);
                    assertThat(run.followed()).isFalse();
                    assertThat(run.task().status()).isEqualTo(TaskStatus.COMPLETED);
                });
        assertThat(call.metrics().duration()).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void theExtensionIsDeclaredWithEachRequest() {
        server.answering("tools/call", "{'content':[]}");
        outcome();

        JsonNode declared =
                server.wire()
                        .sent("tools/call")
                        .getFirst()
                        .json()
                        .path("params")
                        .path("_meta")
                        .path("io.modelcontextprotocol/clientCapabilities");
        assertThat(declared.path("extensions").propertyNames())
                .contains("io.modelcontextprotocol/tasks", "io.modelcontextprotocol/ui");
        assertThat(declared.has("elicitation")).isTrue();
    }

    @Test
    void aToolsErrorIsTheToolsError() {
        server.answering("tools/call", CREATED)
                .answering(
                        "tasks/get",
                        "{" + task("completed") + ",'result':{'content':[],'isError':true}}");

        assertThat(outcome()).isInstanceOf(Outcome.ToolError.class);
    }

    @Test
    void aTaskThatFailedEndsTheCallWithItsError() {
        server.answering("tools/call", CREATED)
                .answering(
                        "tasks/get",
                        "{"
                                + task("failed")
                                + ",'error':{'code':-32603,'message':'no luck','data':[7]}}");

        assertThat(outcome())
                .isInstanceOfSatisfying(
                        Outcome.RpcError.class,
                        error -> {
                            assertThat(error.code()).isEqualTo(-32603);
                            assertThat(error.message()).isEqualTo("no luck");
                            assertThat(error.data()).hasToString("[7]");
                        });
    }

    @Test
    void aTaskThatTheServerCancelledEndsTheCall() {
        server.answering("tools/call", CREATED)
                .answering("tasks/get", "{" + task("cancelled") + ",'statusMessage':'too late'}");

        Outcome<ToolResult> outcome = outcome();
        assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
        assertThat(code(outcome)).isEqualTo("task-cancelled");
        assertThat(((Outcome.NotOk<?>) outcome).problem().message()).contains("too late");
        assertThat(server.wire().sent("tasks/cancel")).isEmpty();
    }

    @Test
    void whatATaskAsksForIsGivenOnce() {
        String asks =
                "{"
                        + task("input_required")
                        + ",'inputRequests':{'who':{'method':'elicitation/create',"
                        + "'params':{'message':'Who?'}}}}";
        server.answering("tools/call", CREATED)
                .answering("tasks/get", asks, asks, "{" + task("working") + "}", DONE)
                .answering("tasks/update", "{'resultType':'complete'}");

        assertThat(code(outcome())).isEqualTo("ok");
        assertThat(server.asked).containsExactly("elicitation/create {\"message\":\"Who?\"}");
        assertThat(server.wire().sent("tasks/update"))
                .singleElement()
                .satisfies(sent -> {
                    JsonNode params = sent.json().path("params");
                    assertThat(params.path("taskId").asString()).isEqualTo("t-1");
                    assertThat(params.path("inputResponses"))
                            .isEqualTo(json("{'who':{'action':'decline'}}"));
                });
    }

    @Test
    void aTaskThatNeverHasEnoughIsGivenUp() {
        int[] key = {0};
        server.answering("tools/call", CREATED)
                .answering("tasks/update", "{}")
                .leaving(
                        "tasks/get",
                        (wire, sent) ->
                                wire.result(
                                        sent,
                                        ("{"
                                                        + task("input_required")
                                                        + ",'inputRequests':{'"
                                                        + key[0]++
                                                        + "':{'method':'elicitation/create'}}}")
                                                .replace('\'', '"')));

        assertThat(code(outcome())).isEqualTo("too-many-rounds");
        assertThat(server.wire().sent("tasks/update")).hasSize(10);
    }

    @Test
    void cancellingTheCallCancelsTheTask() throws InterruptedException {
        CountDownLatch polled = new CountDownLatch(1);
        server.answering("tools/call", CREATED)
                .answering("tasks/cancel", "{'resultType':'complete'}")
                .leaving("tasks/get", (wire, sent) -> polled.countDown());
        McpSession session = server.modern();
        Call<ToolResult> call = call(session);
        polled.await();
        call.cancel();

        Outcome<ToolResult> outcome = call.await();
        assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
        assertThat(((Outcome.NotOk<?>) outcome).problem().message())
                .isEqualTo("task t-1 was cancelled; the server was told so");
        assertThat(server.wire().sent("tasks/cancel")).hasSize(1);
        assertThat(session.tasks().all()).extracting(TaskRun::followed).containsExactly(false);
    }

    @Test
    void aServerThatTakesNoCancellingIsQuoted() throws InterruptedException {
        CountDownLatch polled = new CountDownLatch(1);
        server.answering("tools/call", CREATED)
                .answering("tasks/cancel", "!{'code':-32602,'message':'never heard of it'}")
                .leaving("tasks/get", (wire, sent) -> polled.countDown());
        Call<ToolResult> call = call(server.modern());
        polled.await();
        call.cancel();

        assertThat(((Outcome.NotOk<?>) call.await()).problem().message())
                .contains("may go on with it", "never heard of it");
    }

    @Test
    void aTaskThatOutlivesTheCallStaysAndCanBeTakenUpAgain() {
        server.answering("tools/call", CREATED).answering("tasks/get", "{" + task("working") + "}");
        McpSession session = server.modern();
        CallOptions brief =
                CallOptions.DEFAULT.withDeadlines(Duration.ofSeconds(60), Duration.ofMillis(500));
        Outcome<ToolResult> outcome = session.callTool("t", json("{}"), brief).await();

        assertThat(outcome).isInstanceOf(Outcome.TimedOut.class);
        assertThat(code(outcome)).isEqualTo("task-outlived-call");
        assertThat(((Outcome.NotOk<?>) outcome).problem().details())
                .hasToString("{\"taskId\":\"t-1\"}");
        assertThat(session.tasks().all()).extracting(TaskRun::followed).containsExactly(false);
        server.answering("tasks/get", DONE);
        assertThat(code(session.tasks().poll("t-1", CallOptions.DEFAULT).await())).isEqualTo("ok");
        assertThat(code(session.tasks().resume("t-1", CallOptions.DEFAULT).await()))
                .isEqualTo("ok");
        assertThat(session.tasks().all())
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.tool()).isEqualTo("t");
                    assertThat(run.task().status()).isEqualTo(TaskStatus.COMPLETED);
                });
    }

    @Test
    void whatTheServerTellsNeedsNoPoll() {
        server.answering(
                        "tools/call",
                        CREATED.replace("'pollIntervalMs':0", "'pollIntervalMs':60000"))
                .leaving(
                        "subscriptions/listen",
                        (wire, sent) -> {
                            wire.say(
                                    TaskServer.told(
                                            sent,
                                            "subscriptions/acknowledged",
                                            "{'notifications':{'taskIds':['t-1']}}"));
                            wire.say(TaskServer.told(sent, "tasks", DONE));
                        });

        assertThat(code(outcome())).isEqualTo("ok");
        assertThat(server.wire().sent("tasks/get")).isEmpty();
        assertThat(server.wire().sent("subscriptions/listen"))
                .singleElement()
                .satisfies(sent ->
                        assertThat(sent.json().at("/params/notifications"))
                                .isEqualTo(json("{'taskIds':['t-1']}")));
    }

    @Test
    void aPollThatIsNotAnsweredIsRepeatedAFewTimes() {
        server.answering("tools/call", CREATED).leaving("tasks/get", (wire, sent) -> {});
        McpSession session = server.modern();
        CallOptions brief =
                CallOptions.DEFAULT.withDeadlines(Duration.ofMillis(100), Duration.ofMinutes(5));

        assertThat(session.callTool("t", json("{}"), brief).await())
                .isInstanceOf(Outcome.TimedOut.class);
        assertThat(server.wire().sent("tasks/get")).hasSize(3);
    }

    @Test
    void aTaskThatTheServerForgotEndsTheCall() {
        server.answering("tools/call", CREATED)
                .answering("tasks/get", "!{'code':-32602,'message':'Task has expired'}");

        assertThat(outcome()).isInstanceOf(Outcome.RpcError.class);
    }

    @Test
    void closingTheSessionEndsTheWait() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        server.telling(begun::countDown)
                .answering(
                        "tools/call",
                        CREATED.replace("'pollIntervalMs':0", "'pollIntervalMs':60000"));
        McpSession session = server.modern();
        Call<ToolResult> call = call(session);
        begun.await();
        session.close();

        assertThat(call.await()).isInstanceOf(Outcome.Cancelled.class);
        assertThat(server.wire().sent("tasks/cancel")).isEmpty();
    }

    @Test
    void onlyToolsBecomeTasks() {
        server.answering("prompts/get", CREATED);
        Outcome<PromptResult> outcome =
                server.modern().getPrompt("p", java.util.Map.of(), CallOptions.DEFAULT).await();

        assertThat(outcome).isInstanceOf(Outcome.ProtocolViolation.class);
        assertThat(code(outcome)).isEqualTo("task-not-allowed");
    }

    @Test
    void aTaskOfAnotherIdIsNoAnswer() {
        server.answering("tools/call", CREATED).answering("tasks/get", DONE.replace("t-1", "t-2"));
        McpSession session = server.modern();
        Outcome<Task> outcome = session.tasks().poll("t-1", CallOptions.DEFAULT).await();

        assertThat(outcome).isInstanceOf(Outcome.ProtocolViolation.class);
        assertThat(((Outcome.NotOk<?>) outcome).problem().message()).contains("/taskId");
        assertThat(REST).isNotEmpty();
    }
}
