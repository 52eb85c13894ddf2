package dev.benchlight.mcp.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.trace.SpanContext;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;

class TaskTest {
    private static Task task(String json, TaskRules rules) {
        return new Task(JsonMapper.shared().readTree(json.replace('\'', '"')), rules);
    }

    private static Task task(String json) {
        return task(json, TaskRules.EXTENSION);
    }

    @Test
    void theMembersAreThoseOfItsKind() {
        String json = "{'taskId':'x','ttl':1,'ttlMs':2,'pollInterval':3,'pollIntervalMs':4}";
        Task older = task(json, TaskRules.EXPERIMENTAL);
        Task newer = task(json, TaskRules.EXTENSION);

        assertThat(older.ttlMillis()).hasValue(1);
        assertThat(older.pollMillis()).hasValue(3);
        assertThat(newer.ttlMillis()).hasValue(2);
        assertThat(newer.pollMillis()).hasValue(4);
        assertThat(task("{'ttlMs':null}").ttlMillis()).isEmpty();
    }

    @Test
    void aWordThatNobodyKnowsIsAStatusToo() {
        assertThat(task("{'status':'input_required'}").status())
                .isEqualTo(TaskStatus.INPUT_REQUIRED);
        assertThat(task("{'status':'levitating'}").status()).isEqualTo(TaskStatus.UNKNOWN);
        assertThat(task("{}").status()).isEqualTo(TaskStatus.UNKNOWN);
        assertThat(TaskStatus.UNKNOWN.isFinal()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "5000, 5000",
        "0, 200",
        "1, 200",
        "9223372036854775807, 60000",
        "1e300, 60000",
        "200.7, 200"
    })
    void itIsPolledAsOftenAsTheServerSaysWithinBounds(String wanted, long millis) {
        Task asked = task("{'pollIntervalMs':" + wanted + "}");

        assertThat(PollPause.of(asked, 3, 0)).hasMillis(millis);
        assertThat(PollPause.of(asked, 3, 1)).hasMillis(Math.round(millis * 1.1));
    }

    @Test
    void aServerThatSaysNothingOfUseIsAskedEverMoreSeldom() {
        for (String json : new String[] {"{}", "{'pollIntervalMs':-1}"}) {
            assertThat(PollPause.of(task(json), 0, 0)).hasMillis(1_000);
            assertThat(PollPause.of(task(json), 1, 0)).hasMillis(1_500);
            assertThat(PollPause.of(task(json), 1_000, 0)).hasMillis(10_000);
        }
    }

    @Test
    void whatIsKnownOfItIsSaidInALine() {
        SpanContext call = new SpanContext(TraceId.random(), SpanId.random());
        Task first = task("{'taskId':'12345678-1234','status':'input_required'}");
        TaskRun run = new TaskRun(first, "t", call, 0, true);

        assertThat(run.words()).isEqualTo("task 12345678-1234 input required");
        Task longer = task("{'taskId':'12345678-12345','status':'working','statusMessage':'Dig'}");
        assertThat(run.polled(longer).words())
                .isEqualTo("task 12345678-123… working · polled once · Dig");
    }

    @Test
    void whatWasOvertakenOnItsWayDoesNotWakeATaskThatHasEnded() {
        SpanContext call = new SpanContext(TraceId.random(), SpanId.random());
        TaskRun ended = new TaskRun(task("{'status':'completed'}"), "t", call, 1, false);

        assertThat(ended.polled(task("{'status':'working'}")).task().status())
                .isEqualTo(TaskStatus.COMPLETED);
        assertThat(ended.told(task("{'status':'failed'}")).task().status())
                .isEqualTo(TaskStatus.FAILED);
    }
}
