package dev.benchlight.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.ScriptedWire.Sent;
import dev.benchlight.mcp.rpc.Answer;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Question;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.SpanKind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/// "Multi Round-Trip Requests", 2026-07-28.
class InputRoundsTest {
    private static final String ASK =
            "{'resultType':'input_required','inputRequests':{'who':{'method':'elicitation/create',"
                    + "'params':{'message':'Who?'}}},'requestState':' ö\\\\u0000\\\\/ '}";
    private static final String DONE = "{'resultType':'complete','content':[]}";

    private final EventLog log = new EventLog();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ClientHandlers handlers =
            new ClientHandlers() {
                @Override
                public Optional<JsonNode> capabilities() {
                    return Optional.of(json("{'elicitation':{}}"));
                }

                @Override
                public Answer answer(String server, Question question) {
                    asked.add(question.method() + " " + question.params());
                    return new Answer.Result(json("{'action':'decline'}"));
                }
            };
    private Optional<McpSession> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(McpSession::close);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    /// A modern server that answers calls with these results in turn, the last one again and again.
    private ScriptedWire answering(String... results) {
        List<String> left = new CopyOnWriteArrayList<>(List.of(results));
        return new ScriptedWire((wire, sent) -> {
            if (sent.method().equals("server/discover")) {
                wire.result(sent, "{\"supportedVersions\":[\"2026-07-28\"]}");
            } else {
                String next = left.size() > 1 ? left.removeFirst() : left.getFirst();
                wire.result(sent, next.replace('\'', '"').replace("\\\\", "\\"));
            }
        });
    }

    private McpSession session(ScriptedWire wire, ClientHandlers answering) {
        McpSession session =
                new McpSession(
                        new ServerConfig.Stdio("s", "none", List.of(), Map.of(), null),
                        SessionOptions.DEFAULT,
                        answering,
                        log,
                        new SessionListener() {},
                        wire);
        open = Optional.of(session);
        session.connect().await();
        return session;
    }

    private Call<ToolResult> call(ScriptedWire wire) {
        return session(wire, handlers).callTool("t", json("{'a':1.0}"), CallOptions.DEFAULT);
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.NotOk<?> notOk ? notOk.problem().code() : "ok";
    }

    @Test
    void theRequestIsSentAgainWithAnswersAndStateUnderANewId() {
        ScriptedWire wire = answering(ASK, DONE);

        assertThat(code(call(wire).await())).isEqualTo("ok");
        List<Sent> calls = wire.sent("tools/call");
        assertThat(calls).hasSize(2).extracting(Sent::id).doesNotHaveDuplicates();
        JsonNode params = calls.getLast().json().path("params");
        assertThat(params.path("arguments")).hasToString("{\"a\":1.0}");
        assertThat(params.path("requestState").asString()).isEqualTo(" ö\u0000/ ");
        assertThat(params.path("inputResponses")).isEqualTo(json("{'who':{'action':'decline'}}"));
        assertThat(asked).containsExactly("elicitation/create {\"message\":\"Who?\"}");
    }

    @Test
    void whatWasAskedStandsBelowTheCallThatItWasAskedFor() {
        Call<ToolResult> call = call(answering(ASK, DONE));
        call.await();

        assertThat(log.started(SpanKind.SERVER_REQUEST))
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.parent()).isEqualTo(call.span());
                    assertThat(span.method()).isEqualTo("elicitation/create");
                });
        assertThat(log.started(SpanKind.REQUEST))
                .filteredOn(span -> span.method().equals("tools/call"))
                .last()
                .satisfies(span -> assertThat(span.parent()).isEqualTo(call.span()));
    }

    @Test
    void stateAloneIsSentBackAtOnceAndNoneIsSentWhereThereIsNone() {
        ScriptedWire wire =
                answering(
                        "{'resultType':'input_required','requestState':'s'}",
                        "{'resultType':'input_required','inputRequests':{'who':"
                                + "{'method':'elicitation/create','params':{}}}}",
                        DONE);

        assertThat(code(call(wire).await())).isEqualTo("ok");
        JsonNode second = wire.sent("tools/call").get(1).json().path("params");
        JsonNode third = wire.sent("tools/call").get(2).json().path("params");
        assertThat(second.path("requestState").asString()).isEqualTo("s");
        assertThat(second.has("inputResponses")).isFalse();
        assertThat(third.has("requestState")).isFalse();
        assertThat(third.has("inputResponses")).isTrue();
    }

    @Test
    void aServerThatNeverHasEnoughIsStopped() {
        ScriptedWire wire = answering(ASK);

        Outcome<ToolResult> outcome = call(wire).await();
        assertThat(outcome).isInstanceOf(Outcome.LimitReached.class);
        assertThat(code(outcome)).isEqualTo("too-many-rounds");
        assertThat(wire.sent("tools/call")).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'resultType':'input_required'}; empty-input-request",
                "{'resultType':'input_required','requestState':7}; bad-result",
                "{'resultType':'hologram'}; unknown-result-type",
                "{'resultType':null}; unknown-result-type",
                "{'resultType':'input_required','inputRequests':{'x':{'method':'roots/list'}}};"
                        + " input-not-offered",
                "{'resultType':'input_required','inputRequests':{'x':7}}; input-not-offered",
            })
    void whatIsNoGoodQuestionIsAViolation(String result, String code) {
        Outcome<ToolResult> outcome = call(answering(result.replace('\'', '"'))).await();

        assertThat(outcome).isInstanceOf(Outcome.ProtocolViolation.class);
        assertThat(code(outcome)).isEqualTo(code);
    }

    @Test
    void onlyCallsPromptsAndReadsMayAsk() {
        McpSession session = session(answering(ASK), handlers);

        assertThat(code(session.request("x/y", json("{}"), CallOptions.DEFAULT).await()))
                .isEqualTo("input-not-allowed");
    }

    @Test
    void cancellingEndsTheQuestionToo() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        ClientHandlers slow =
                new ClientHandlers() {
                    @Override
                    public Optional<JsonNode> capabilities() {
                        return handlers.capabilities();
                    }

                    @Override
                    public Answer answer(String server, Question question) {
                        waiting.countDown();
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        return Asking.cancelled(question);
                    }
                };
        Call<ToolResult> call =
                session(answering(ASK), slow).callTool("t", json("{}"), CallOptions.DEFAULT);
        waiting.await();
        call.cancel();

        assertThat(call.await()).isInstanceOf(Outcome.Cancelled.class);
    }

    private static ClientHandlers answering(Function<Question, Answer> answer) {
        return new ClientHandlers() {
            @Override
            public Optional<JsonNode> capabilities() {
                return Optional.of(json("{'elicitation':{},'sampling':{},'roots':{}}"));
            }

            @Override
            public Answer answer(String server, Question question) {
                return answer.apply(question);
            }
        };
    }

    @Test
    void whatIsRefusedEndsTheCallWithoutAskingAgain() {
        ScriptedWire wire =
                answering(
                        "{'resultType':'input_required','inputRequests':{'m':{'method':"
                                + "'sampling/createMessage','params':{'messages':[]}}}}");
        McpSession session = session(wire, answering(q -> Answer.refused("refused by the user")));
        Outcome<ToolResult> outcome =
                session.callTool("t", json("{}"), CallOptions.DEFAULT).await();

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(code(outcome)).isEqualTo("input-refused");
        assertThat(wire.sent("tools/call")).hasSize(1);
    }

    @Test
    void allThatOneResultAsksForIsAskedAtOnceAndNamesTheCall() {
        String ask = "{'method':'roots/list'}";
        ScriptedWire wire =
                answering(
                        "{'resultType':'input_required','inputRequests':{'a':"
                                + ask
                                + ",'b':"
                                + ask
                                + "}}",
                        DONE);
        CountDownLatch both = new CountDownLatch(2);
        List<String> during = new CopyOnWriteArrayList<>();
        McpSession session =
                session(
                        wire,
                        answering(question -> {
                            question.during().ifPresent(call -> during.add(call.name()));
                            both.countDown();
                            try {
                                both.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return new Answer.Result(json("{'roots':[]}"));
                        }));

        assertThat(code(session.callTool("t", json("{}"), CallOptions.DEFAULT).await()))
                .isEqualTo("ok");
        assertThat(during).containsExactly("t", "t");
        assertThat(wire.sent("tools/call").getLast().json().at("/params/inputResponses"))
                .isEqualTo(json("{'a':{'roots':[]},'b':{'roots':[]}}"));
    }

    @Test
    void aQuestionMayNotTakeLongerThanTheCall() {
        CallOptions brief =
                CallOptions.DEFAULT.withDeadlines(Duration.ofMinutes(1), Duration.ofMillis(1));
        McpSession session =
                session(
                        answering(ASK),
                        answering(question -> {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return Asking.cancelled(question);
                        }));

        assertThat(session.callTool("t", json("{}"), brief).await())
                .isInstanceOf(Outcome.TimedOut.class);
    }

    @Test
    void whoeverAsksTooMuchAtOnceIsNotAsked() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 33; i++) {
            many.append(i == 0 ? "" : ",").append("'q" + i + "':{'method':'roots/list'}");
        }
        ScriptedWire wire =
                answering("{'resultType':'input_required','inputRequests':{" + many + "}}");

        assertThat(code(call(wire).await())).isEqualTo("too-many-questions");
        assertThat(asked).isEmpty();
    }
}
