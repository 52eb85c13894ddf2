package dev.benchlight.mcp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.EventLog;
import dev.benchlight.mcp.wire.http.HttpWire;
import dev.benchlight.trace.SpanId;
import dev.benchlight.trace.TraceEvent;
import dev.benchlight.trace.TraceRecorder;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// The time for which a recorder without room holds up those who read.
class RoomWaitTest {
    private static final long MOMENT = Duration.ofMillis(20).toNanos();

    private final FullRecorder recorder = new FullRecorder();

    /// Lets go on as many who read as it has permits.
    private static final class FullRecorder implements TraceRecorder {
        private final EventLog log = new EventLog();
        private final Semaphore room = new Semaphore(0);

        @Override
        public void record(TraceEvent event) {
            log.record(event);
        }

        @Override
        public void awaitRoom() {
            room.acquireUninterruptibly();
        }
    }

    @Test
    void theTimeGoesOnWhileItIsWaitedAndStandsStillAfter() throws InterruptedException {
        RoomWait wait = new RoomWait(recorder);
        assertThat(wait.nanos()).isZero();
        Thread first = Thread.ofVirtual().start(wait::await);
        Thread second = Thread.ofVirtual().start(wait::await);
        Await.until("waiting", () -> recorder.room.getQueueLength() == 2);
        Await.until("a moment", () -> wait.nanos() > MOMENT);
        recorder.room.release(2);
        first.join();
        second.join();
        long total = wait.nanos();
        assertThat(total).isGreaterThan(MOMENT);
        assertThat(wait.nanos()).isEqualTo(total);
    }

    private void assertHeld(Wire wire, WireLog told) {
        Await.until("held up", () -> wire.heldNanos() > MOMENT);
        assertThat(told.told()).isEmpty();
        recorder.room.release(1_000);
        Await.until("told", () -> !told.told().isEmpty());
    }

    @DisabledOnOs(OS.WINDOWS)
    @Test
    void aPipeIsHeldUp() {
        ServerConfig.Stdio config =
                new ServerConfig.Stdio("s", "sh", List.of("-c", "echo '{}'; cat"), Map.of(), null);
        StdioWire wire = new StdioWire(config, Limits.DEFAULT, recorder, new RegisterLog(), "c");
        WireLog told = new WireLog();
        try {
            assertThat(wire.open(told)).isEmpty();
            assertHeld(wire, told);
        } finally {
            wire.close(Duration.ZERO);
        }
    }

    @Test
    void anEventStreamIsHeldUp() throws IOException {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(
                    new MockResponse.Builder()
                            .addHeader("Content-Type", "text/event-stream")
                            .body("data: {}\n\n")
                            .build());
            var config = new ServerConfig.Http("s", server.url("/mcp").uri(), Map.of());
            HttpWire wire = new HttpWire("c", config, Limits.DEFAULT, Map.of(), recorder);
            WireLog told = new WireLog();
            try {
                assertThat(wire.open(told)).isEmpty();
                wire.send(
                        new WireMessage(
                                WireMessage.Kind.REQUEST,
                                SpanId.random(),
                                "ping",
                                "",
                                "{}".getBytes(UTF_8)));
                assertHeld(wire, told);
            } finally {
                wire.close(Duration.ZERO);
            }
        }
    }
}
