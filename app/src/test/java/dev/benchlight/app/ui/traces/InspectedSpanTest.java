package dev.benchlight.app.ui.traces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.traces.Events;
import dev.benchlight.app.traces.TraceStore;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.SpanStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class InspectedSpanTest {
    private final TraceStore store = TraceStore.inMemory();
    private final Events events = new Events(store);
    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private Optional<Inspected> shown = Optional.empty();
    private final InspectedSpan inspected =
            new InspectedSpan(store, window::add, found -> shown = found);

    @AfterEach
    void close() {
        inspected.close();
        store.close();
    }

    @Test
    void aRunningSpanIsLoadedAgainWhenItEnds() throws Exception {
        SpanId span = events.start("tools/call", "echo");
        events.request(span, "{\"id\":1}");
        inspected.select(span);
        next();
        assertThat(shown.orElseThrow().detail().row().status()).isNull();
        assertThat(shown.orElseThrow().overview().sentence()).isEqualTo("Waiting for the answer");

        events.response(span, "{\"id\":1,\"result\":{}}");
        events.end(span, SpanStatus.OK, "done");
        while (shown.orElseThrow().detail().row().status() == null) {
            next();
        }
        assertThat(shown.orElseThrow().response().text()).contains("result");
    }

    @Test
    void whatWasSelectedBeforeIsNotShown() throws Exception {
        SpanId first = events.call("first", "{\"id\":1}", "{\"id\":1}");
        SpanId second = events.call("second", "{\"id\":2}", "{\"id\":2}");
        inspected.select(first);
        Runnable late = take();
        inspected.select(second);
        late.run();
        assertThat(shown).isEmpty();
        while (shown.isEmpty()) {
            next();
        }
        assertThat(shown.get().detail().row().name()).isEqualTo("second");
    }

    @Test
    void aSpanThatIsNotStoredIsNothing() throws Exception {
        inspected.select(events.call("first", "{}", "{}"));
        while (shown.isEmpty()) {
            next();
        }
        inspected.select(SpanId.random());
        while (shown.isPresent()) {
            next();
        }
        assertThat(shown).isEmpty();
    }

    private void next() throws InterruptedException {
        take().run();
    }

    private Runnable take() throws InterruptedException {
        Runnable task = window.poll(20, TimeUnit.SECONDS);
        assertThat(task).isNotNull();
        return task;
    }
}
