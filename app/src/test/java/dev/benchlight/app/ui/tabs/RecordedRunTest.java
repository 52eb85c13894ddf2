package dev.benchlight.app.ui.tabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.traces.Events;
import dev.benchlight.app.traces.Redactor;
import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.app.ui.result.Run;
import dev.benchlight.trace.SpanId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/// What a trace row gives of a result.
class RecordedRunTest {
    private static final String CALL =
            "{\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"t\"}}";

    private final TraceStore store = TraceStore.inMemory(new Redactor());

    @AfterEach
    void close() {
        store.close();
    }

    private Optional<Run> run(String response) {
        SpanId id = new Events(store).call("t", CALL, response);
        store.flush();
        TraceDetail detail = store.find(id.value()).orElseThrow();
        return RecordedRun.of(detail, RecordedRequest.of(detail).orElseThrow().request());
    }

    @Test
    void theResultIsWhatCameWithItsTimeAndSize() {
        Run run = run("{\"id\":1,\"result\":{\"content\":[],\"n\":1.50}}").orElseThrow();
        assertThat(run.result().orElseThrow()).hasToString("{\"content\":[],\"n\":1.50}");
        assertThat(run.recorded()).isTrue();
        assertThat(run.metrics().bytesReceived()).isEqualTo(80);
        assertThat(run.span()).isNotNull();
    }

    @Test
    void whatIsNoResultIsNotShownAsOne() {
        assertThat(run("{\"id\":1,\"error\":{\"code\":1,\"message\":\"no\"}}")).isEmpty();
        assertThat(run("{\"id\":1,")).isEmpty();
    }
}
