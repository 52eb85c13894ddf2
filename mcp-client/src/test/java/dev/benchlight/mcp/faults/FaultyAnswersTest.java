package dev.benchlight.mcp.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.Content;
import dev.benchlight.mcp.EventLog;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ToolResult;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.trace.Channel;
import dev.benchlight.trace.SpanKind;
import dev.benchlight.trace.SpanNote;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.JsonNodeFactory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Faults of single answers, all from one server process: after each, the connection still works.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultyAnswersTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final EventLog log = new EventLog();
    private final McpSession session =
            Servers.session(
                    FaultyStdioServer.FINE, Servers.options(LONG, Duration.ofSeconds(2)), log);

    @BeforeAll
    void connect() {
        assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
    }

    @AfterAll
    void close() {
        session.close();
    }

    private Call<ToolResult> start(String tool, Duration idle) {
        return session.callTool(
                tool,
                JsonNodeFactory.instance.objectNode(),
                CallOptions.DEFAULT.withDeadlines(idle, LONG));
    }

    private Outcome<ToolResult> call(String tool) {
        Outcome<ToolResult> outcome = start(tool, LONG).await();
        if (!tool.equals("echo")) {
            assertThat(text(call("echo"))).isEqualTo("echo");
        }
        return outcome;
    }

    private static String text(Outcome<ToolResult> outcome) {
        return outcome instanceof Outcome.Ok<ToolResult>(ToolResult result)
                        && result.content().getFirst() instanceof Content.Text text
                ? text.text()
                : outcome.toString();
    }

    private Warning warning(String code) {
        return session.warnings().stream()
                .filter(warning -> warning.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "partial-lines",
                "glued",
                "crlf",
                "garbage-between",
                "dup-keys",
                "unknown-id",
                "id-null"
            })
    void answersArriveInSpiteOf(String mode) {
        assertThat(text(call(mode))).isEqualTo("done");
    }

    @Test
    void aLineBetweenMessagesIsWarnedOfAndShown() {
        assertThat(text(call("garbage-between"))).isEqualTo("done");
        assertThat(warning("stdout-noise").count()).isPositive();
        assertThat(log.violations())
                .contains("stdout-noise: not a message: debug: about to answer");
    }

    @Test
    void utf8MayBeSplitAnywhere() {
        assertThat(text(call("utf8-split"))).isEqualTo("Grüße 🎉 日本語");
    }

    @Test
    void invalidUtf8ShowsReplacementsAndKeepsTheBytes() {
        assertThat(text(call("invalid-utf8"))).isEqualTo("caf\ufffd ol\ufffd");
        assertThat(warning("invalid-utf8").count()).isPositive();
        assertThat(log.frames())
                .anyMatch(frame -> {
                    for (byte b : frame.bytes()) {
                        if (b == (byte) 0xE9) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    @Test
    void anItemOfAResultThatIsNoObjectLeavesTheOthersGood() {
        assertThat(call("content-entry")).isInstanceOf(Outcome.Ok.class);
        assertThat(warning("bad-item").samples()).first().asString().contains("/content/0");
    }

    @ParameterizedTest
    @CsvSource({
        "pretty-json, pretty-json, several lines",
        "nan, not-json, NaN is not a JSON number at byte",
        "batch, batch, one array",
        "null-result, null-result, the result is null",
        "content-missing, bad-result, nothing at /content",
        "content-string, bad-result, a string at /content",
        "is-error-string, bad-result, a string at /isError",
        "error-string, error-not-an-object, kaputt",
        "error-no-message, error-no-message, -32000",
        "result-and-error, result-and-error, both a result and an error",
        "no-jsonrpc, no-jsonrpc, jsonrpc",
        "wrong-jsonrpc, wrong-jsonrpc, 1.0",
        "id-string, id-type-changed, under the id"
    })
    void aMalformedAnswerFailsItsCallAtOnce(String mode, String code, String cause) {
        assertThat(call(mode))
                .isInstanceOfSatisfying(
                        Outcome.ProtocolViolation.class,
                        violation -> {
                            assertThat(violation.problem().code()).isEqualTo(code);
                            assertThat(violation.problem().hint()).isNotBlank();
                            assertThat(violation.problem().message())
                                    .startsWith("protocol violation: ")
                                    .contains(cause);
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "huge-message, message-too-large, messageBytes",
        "deep-json, message-over-limit, jsonDepth",
        "huge-number, message-over-limit, numberDigits"
    })
    void aMessageOverALimitIsRefusedByTheLimitsName(String mode, String code, String limit) {
        assertThat(call(mode))
                .isInstanceOfSatisfying(
                        Outcome.LimitReached.class,
                        reached -> {
                            assertThat(reached.problem().code()).isEqualTo(code);
                            assertThat(reached.problem().hint()).isNotBlank();
                            assertThat(reached.problem().message()).contains(limit);
                        });
    }

    @Test
    void noAnswerTimesOutAndTheServerIsTold() {
        Call<ToolResult> call = start("never-answer", Duration.ofMillis(200));
        assertThat(call.await())
                .isInstanceOfSatisfying(
                        Outcome.TimedOut.class,
                        timedOut ->
                                assertThat(timedOut.problem().message())
                                        .isEqualTo(
                                                "no answer to tools/call and no progress for 0.2"
                                                        + " s"));
        assertThat(text(call("echo"))).isEqualTo("echo");
        assertThat(log.started(SpanKind.NOTIFICATION))
                .anyMatch(span ->
                        span.method().equals("notifications/cancelled")
                                && call.span().equals(span.parent()));
    }

    @Test
    void aLateAnswerIsShownAsLate() {
        assertThat(start("late-answer", Duration.ofMillis(200)).await())
                .isInstanceOf(Outcome.TimedOut.class);
        assertThat(text(call("echo"))).isEqualTo("echo");
        assertThat(log.violations())
                .contains("late-answer: late, ignored: tools/call timed out before");
    }

    @Test
    void eachStepOfASlowAnswerIsTold() {
        List<String> steps = new CopyOnWriteArrayList<>();
        CallOptions options =
                CallOptions.DEFAULT.withProgress(progress -> {
                    steps.add(progress.progress() + " of " + progress.total().orElse(0));
                    session.ping(CallOptions.DEFAULT);
                });
        Call<ToolResult> call =
                session.callTool("slow-progress", JsonNodeFactory.instance.objectNode(), options);
        assertThat(text(call.await())).isEqualTo("done");
        assertThat(steps)
                .containsExactly(
                        "1.0 of 6.0",
                        "2.0 of 6.0",
                        "3.0 of 6.0",
                        "4.0 of 6.0",
                        "5.0 of 6.0",
                        "6.0 of 6.0");
        assertThat(log.notes(call.span(), SpanNote.Type.PROGRESS)).hasSize(6);
    }

    @Test
    void theFirstOfTwoAnswersCounts() {
        assertThat(text(call("duplicate-id"))).isEqualTo("first");
        assertThat(log.violations()).anyMatch(text -> text.startsWith("duplicate-id: a second"));
    }

    @Test
    void standardErrorMayHoldAnyBytes() {
        assertThat(text(call("stderr-invalid"))).isEqualTo("done");
        byte[] line = "caf\u00e9 \u001b[31m\u0000".getBytes(StandardCharsets.ISO_8859_1);
        Await.until(
                "recorded as it came",
                () ->
                        log.frames().stream()
                                .filter(frame -> frame.channel() == Channel.STDERR)
                                .anyMatch(frame -> Arrays.equals(frame.bytes(), line)));
        assertThat(session.stderrTail(1)).containsExactly("caf\ufffd \u001b[31m\u0000");
    }

    @Test
    void pingsAreAnswered() {
        assertThat(text(call("server-request-ping"))).contains("'result':{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"server-request-sampling", "server-request-unknown", "elicit-storm"})
    void whatWasNotDeclaredIsRefused(String mode) {
        assertThat(text(call(mode))).contains("'error':{'code':-32");
    }
}
