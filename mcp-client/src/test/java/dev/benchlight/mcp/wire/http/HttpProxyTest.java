package dev.benchlight.mcp.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.benchlight.mcp.EventLog;
import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireLog;
import dev.benchlight.mcp.wire.WireMessage;
import dev.benchlight.trace.SpanId;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// The wire itself, through a proxy that the environment names.
class HttpProxyTest {
    private static final byte[] PING =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}".getBytes(UTF_8);

    @Test
    void aPlainRequestGoesThroughTheProxyWithItsCredentials() throws Exception {
        try (MockWebServer proxy = new MockWebServer()) {
            proxy.start();
            proxy.enqueue(new MockResponse.Builder().code(502).build());
            Optional<WireFault> fault = exchange(proxy, "user:pass@", "http://far.test/mcp");
            assertThat(fault).get().extracting(WireFault::code).isEqualTo("http-502");
            RecordedRequest request = proxy.takeRequest();
            assertThat(request.getRequestLine()).startsWith("POST http://far.test/mcp");
            assertThat(request.getHeaders().get("Proxy-Authorization")).startsWith("Basic ");
        }
    }

    @Test
    void aProxyThatWantsCredentialsIsNamed() throws Exception {
        try (MockWebServer proxy = new MockWebServer()) {
            proxy.start();
            proxy.enqueue(new MockResponse.Builder().code(407).build());
            assertThat(exchange(proxy, "", "http://far.test/mcp"))
                    .get()
                    .extracting(WireFault::code)
                    .isEqualTo("proxy-auth-required");
        }
    }

    @Test
    void loopbackIsReachedWithoutTheProxyAndWithoutItsCredentials() throws Exception {
        try (MockWebServer proxy = new MockWebServer();
                MockWebServer server = new MockWebServer()) {
            proxy.start();
            server.start();
            server.enqueue(new MockResponse.Builder().code(500).build());
            exchange(proxy, "user:pass@", "http://127.0.0.1:" + server.getPort() + "/mcp");
            assertThat(proxy.getRequestCount()).isZero();
            assertThat(server.takeRequest().getHeaders().get("Proxy-Authorization")).isNull();
        }
    }

    private static Optional<WireFault> exchange(MockWebServer proxy, String user, String url)
            throws InterruptedException {
        HttpWire wire =
                new HttpWire(
                        "c",
                        new ServerConfig.Http("far", URI.create(url), Map.of()),
                        Limits.DEFAULT,
                        Map.of("HTTP_PROXY", "http://" + user + "127.0.0.1:" + proxy.getPort()),
                        new EventLog());
        WireLog log = new WireLog();
        assertThat(wire.open(log)).isEmpty();
        wire.send(new WireMessage(WireMessage.Kind.REQUEST, SpanId.random(), "ping", "", PING));
        Optional<WireFault> end = log.nextEnd();
        wire.close(Duration.ofSeconds(1));
        return end;
    }
}
