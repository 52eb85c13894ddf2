package dev.benchlight.mcp;

import static dev.benchlight.mcp.TaskServer.CREATED;
import static dev.benchlight.mcp.TaskServer.DONE;
import static dev.benchlight.mcp.TaskServer.json;
import static dev.benchlight.mcp.TaskServer.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tasks as no server should send them.
class TaskFaultsTest {
    private final TaskServer server = new TaskServer();

    @AfterEach
    void close() {
        server.close();
    }

    private Outcome<ToolResult> outcome() {
        return server.modern().callTool("t", json("{}"), CallOptions.DEFAULT).await();
    }

    private static Problem problem(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.NotOk.class);
        return ((Outcome.NotOk<?>) outcome).problem();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "'taskId':'t-1' ; 'taskId':7 ; /taskId",
                "'taskId':'t-1' ; 'taskId':'' ; /taskId",
                "'taskId':'t-1', ; '' ; /taskId",
                "'status':'working' ; 'status':'levitating' ; /status",
                "'status':'working' ; 'status':null ; /status",
                "'status':'working' ; 'status':'working','statusMessage':{} ; /statusMessage",
                "'ttlMs':null ; 'ttlMs':'long' ; /ttlMs",
                "'pollIntervalMs':0 ; 'pollIntervalMs':'often' ; /pollIntervalMs",
                "'createdAt':' ; 'createdAt':7,'x':' ; /createdAt",
            })
    void aTaskOfTheWrongShapeIsAViolationThatSaysWhere(String right, String wrong, String at) {
        server.answering("tools/call", CREATED.replace(right, wrong.equals("''") ? "" : wrong));
        Outcome<ToolResult> outcome = outcome();

        assertThat(outcome).isInstanceOf(Outcome.ProtocolViolation.class);
        assertThat(problem(outcome).code()).isEqualTo("bad-result");
        assertThat("" + problem(outcome).details()).contains("\"pointer\":\"" + at + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "completed, /result",
        "failed, /error/code",
        "input_required, /inputRequests",
        "levitating, /status"
    })
    void aStateWithoutWhatBelongsToItIsAViolation(String status, String at) {
        server.answering("tools/call", CREATED).answering("tasks/get", "{" + task(status) + "}");
        Outcome<ToolResult> outcome = outcome();

        assertThat(outcome).isInstanceOf(Outcome.ProtocolViolation.class);
        assertThat(problem(outcome).message()).contains("tasks/get", at);
    }

    @ParameterizedTest
    @CsvSource({"-5", "0", "0.5"})
    void anOddPollIntervalDoesNotKeepItFromBeingPolled(String interval) {
        String odd = CREATED.replace("'pollIntervalMs':0", "'pollIntervalMs':" + interval);
        server.answering("tools/call", odd).answering("tasks/get", DONE);
        McpSession session = server.modern();

        assertThat(session.callTool("t", json("{}"), CallOptions.DEFAULT).await())
                .isInstanceOf(Outcome.Ok.class);
        assertThat(session.warnings())
                .extracting(Warning::code)
                .containsExactlyElementsOf(
                        interval.startsWith("-")
                                ? java.util.List.of("bad-poll-interval")
                                : java.util.List.of());
    }

    @Test
    void whatATaskLacksIsWarnedOf() {
        server.answering("tools/call", "{'resultType':'task','taskId':'t-1','status':'working'}")
                .answering("tasks/get", DONE);
        McpSession session = server.modern();

        assertThat(session.callTool("t", json("{}"), CallOptions.DEFAULT).await())
                .isInstanceOf(Outcome.Ok.class);
        assertThat(session.warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo("bad-task");
                    assertThat(warning.samples())
                            .containsExactly("/createdAt", "/lastUpdatedAt", "/ttlMs");
                });
    }

    @Test
    void anIdOfAMegabyteIsRefused() {
        server.answering("tools/call", CREATED.replace("t-1", "x".repeat(1_048_576)));
        Outcome<ToolResult> outcome = outcome();

        assertThat(outcome).isInstanceOf(Outcome.LimitReached.class);
        assertThat(problem(outcome).message())
                .isEqualTo("the id of a task has 1,048,576 characters, more than 4,096");
    }

    @Test
    void anIdWithControlCharactersIsSentBackAsItCame() {
        String id = "a\\u0007\\u001b]52;b\\r\\nX-Evil: 1";
        server.answering("tools/call", CREATED.replace("t-1", id))
                .answering("tasks/get", DONE.replace("t-1", id));

        assertThat(outcome()).isInstanceOf(Outcome.Ok.class);
        assertThat(
                        server.wire()
                                .sent("tasks/get")
                                .getFirst()
                                .json()
                                .at("/params/taskId")
                                .asString())
                .isEqualTo("a\u0007\u001b]52;b\r\nX-Evil: 1");
    }

    @Test
    void aNotificationOfNoTaskOrABadOneChangesNothing() {
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
                            wire.say(
                                    TaskServer.told(
                                            sent, "tasks", "{'taskId':'t-9','status':'working'}"));
                            wire.say(TaskServer.told(sent, "tasks", "{'taskId':'t-1','status':7}"));
                            wire.say(TaskServer.told(sent, "tasks", DONE));
                        });
        McpSession session = server.modern();

        assertThat(session.callTool("t", json("{}"), CallOptions.DEFAULT).await())
                .isInstanceOf(Outcome.Ok.class);
        assertThat(session.tasks().all()).hasSize(1);
        assertThat(session.warnings()).extracting(Warning::code).contains("bad-task-notification");
    }
}
