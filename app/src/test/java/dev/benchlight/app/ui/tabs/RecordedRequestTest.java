package dev.benchlight.app.ui.tabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.traces.Events;
import dev.benchlight.app.traces.Redactor;
import dev.benchlight.app.traces.TraceDetail;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.trace.SpanId;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

/// What of a trace row is sent again.
class RecordedRequestTest {
    private final TraceStore store = TraceStore.inMemory(new Redactor());

    @AfterEach
    void close() {
        store.close();
    }

    private RecordedRequest recorded(String message) {
        Events events = new Events(store);
        SpanId id = events.start("tools/call", "t");
        events.request(id, message);
        store.flush();
        TraceDetail detail = store.find(id.value()).orElseThrow();
        return RecordedRequest.of(detail).orElseThrow();
    }

    @Test
    void numbersAreSentAgainAsTheyWereWritten() {
        String arguments = "{\"a\":1e3,\"b\":0.10,\"c\":-0,\"d\":0.1234567890123456789012345}";
        RecordedRequest request =
                recorded(
                        "{\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"t\",\"arguments\":"
                                + arguments
                                + ",\"_meta\":{\"progressToken\":1}}}");
        assertThat(JsonMapper.shared().writeValueAsString(request.request().params()))
                .isEqualTo("{\"name\":\"t\",\"arguments\":" + arguments + "}");
    }

    @Test
    void whatTheEngineAddsIsNotSentTwice() {
        RecordedRequest request =
                recorded(
                        "{\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"t\",\"_meta\":{"
                                + "\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                                + "\"io.modelcontextprotocol/clientCapabilities\":{},"
                                + "\"traceparent\":\"00-0-0-01\",\"mine\":1}}}");
        assertThat(request.request().params())
                .hasToString("{\"name\":\"t\",\"_meta\":{\"mine\":1}}");
    }
}
