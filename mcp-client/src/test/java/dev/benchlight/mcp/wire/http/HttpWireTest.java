package dev.benchlight.mcp.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.EventLog;
import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireLog;
import dev.benchlight.mcp.wire.WireMessage;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// Messages that nobody awaits: notifications, and answers to the server.
class HttpWireTest {
    private final MockWebServer server = new MockWebServer();
    private final WireLog told = new WireLog();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile int status = 202;

    @BeforeEach
    void start() throws IOException {
        server.setDispatcher(
                new Dispatcher() {
                    @Override
                    public MockResponse dispatch(RecordedRequest request)
                            throws InterruptedException {
                        goOn.await();
                        return new MockResponse.Builder().code(status).build();
                    }
                });
        server.start();
    }

    @AfterEach
    void close() {
        goOn.countDown();
        server.close();
    }

    private ServerConfig.Http config(Map<String, String> headers) {
        return new ServerConfig.Http("s", server.url("/mcp").uri(), headers);
    }

    private HttpWire open() {
        HttpWire wire =
                new HttpWire("c", config(Map.of()), Limits.DEFAULT, Map.of(), new EventLog());
        assertThat(wire.open(told)).isEmpty();
        return wire;
    }

    @Test
    void aHeaderThatCannotBeSentIsNamedWithoutItsValue() {
        for (String value : List.of("sk-123\nX: y", "sk-123\r", "sk-123ü")) {
            HttpWire wire =
                    new HttpWire(
                            "c",
                            config(Map.of("X-Api-Key", value)),
                            Limits.DEFAULT,
                            Map.of(),
                            new EventLog());
            WireFault fault = wire.open(told).orElseThrow();
            assertThat(fault.toString()).contains("X-Api-Key").doesNotContain("sk-123");
        }
    }

    @Test
    void aNotificationThatIsNotTakenIsWarnedOf() throws Exception {
        status = 500;
        goOn.countDown();
        HttpWire wire = open();
        wire.send(LinkRun.message(WireMessage.Kind.NOTIFICATION, "notifications/cancelled"));
        assertThat(told.nextEnd()).isPresent();
        Await.until("told", () -> told.told().contains("warning undelivered"));
        wire.close(Duration.ZERO);
    }

    @Test
    void aNotificationThatIsTakenIsNotWarnedOf() throws Exception {
        goOn.countDown();
        HttpWire wire = open();
        wire.send(LinkRun.message(WireMessage.Kind.NOTIFICATION, "notifications/cancelled"));
        assertThat(told.nextEnd()).isEmpty();
        wire.close(Duration.ZERO);
        assertThat(told.told()).isEmpty();
    }

    /// The server never answers, so that only closing ends what was sent.
    @Test
    void whatIsSentWhileClosingIsEndedByIt() throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            HttpWire wire = open();
            Thread sender =
                    Thread.ofPlatform()
                            .start(() ->
                                    wire.send(LinkRun.message(WireMessage.Kind.REQUEST, "racing")));
            wire.close(Duration.ZERO);
            sender.join();
        }
        Await.until(
                "no exchange is left",
                () ->
                        Thread.getAllStackTraces().keySet().stream()
                                .noneMatch(thread -> thread.getName().equals("http racing")));
        assertThat(told.told()).isEmpty();
    }

    @Test
    void answersThatTheServerDoesNotTakeAreBounded() {
        HttpWire wire = open();
        for (int i = 0; i < 64; i++) {
            wire.send(LinkRun.message(WireMessage.Kind.RESPONSE, ""));
        }
        assertThat(told.told()).isEmpty();
        wire.send(LinkRun.message(WireMessage.Kind.RESPONSE, ""));
        assertThat(told.told()).containsExactly("warning undelivered");
        wire.close(Duration.ZERO);
    }
}
