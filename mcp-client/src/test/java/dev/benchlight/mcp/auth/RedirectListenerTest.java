package dev.benchlight.mcp.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Fault T1: the one port that is ever open.
class RedirectListenerTest {
    private static final Duration SOON = Duration.ofMillis(1);
    private static final Duration GENEROUS = Duration.ofSeconds(60);

    private final RedirectListener listener = open();

    private static RedirectListener open() {
        try {
            return RedirectListener.open(null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        listener.close();
    }

    @Test
    void theFirstRedirectIsTakenAndTheSecondIsNot() throws Exception {
        assertThat(ask("GET", "?code=a&state=b", host())).startsWith("HTTP/1.1 200");
        assertThat(ask("GET", "?code=evil", host())).startsWith("HTTP/1.1 410");
        assertThat(listener.await(GENEROUS))
                .isEqualTo(URI.create(listener.uri() + "?code=a&state=b"));
    }

    @Test
    void nothingElseIsTaken() throws Exception {
        assertThat(ask("GET", "?code=a", "evil.test")).startsWith("HTTP/1.1 421");
        assertThat(ask("GET", "?code=a", "localhost:" + listener.uri().getPort()))
                .startsWith("HTTP/1.1 421");
        assertThat(ask("GET", "?code=a", host() + "\r\nHost: evil.test"))
                .startsWith("HTTP/1.1 421");
        assertThat(ask("POST", "?code=a", host())).startsWith("HTTP/1.1 405");
        assertThat(ask("OPTIONS", "?code=a", host())).startsWith("HTTP/1.1 405");
        assertThat(ask("GET", "x?code=a", host())).startsWith("HTTP/1.1 404");
        assertThat(ask("GET", "?a=<script>", host()))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("script");
        assertThat(send("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(send("GET / HTTP/1.1\r\nX: " + "x".repeat(20_000))).startsWith("HTTP/1.1 400");
        assertThat(listener.await(SOON)).isNull();
    }

    @Test
    void itListensOnLoopbackAtAPathNobodyKnowsUntilItIsClosed() {
        assertThat(listener.uri().getHost()).isEqualTo("127.0.0.1");
        assertThat(listener.uri().getPath()).hasSizeGreaterThan(20);
        try (RedirectListener other = open()) {
            assertThat(other.uri().getPath()).isNotEqualTo(listener.uri().getPath());
        }
        listener.close();
        assertThatThrownBy(() -> ask("GET", "?code=a", host())).isInstanceOf(SocketException.class);
    }

    @Test
    void itIsClosedAfterFiveMinutesThoughSomebodyWaitsForLonger() throws Exception {
        AtomicLong clock = new AtomicLong();
        long almost = Duration.ofMinutes(5).toMillis() - 1;
        try (RedirectListener old = RedirectListener.open(null, () -> clock.getAndSet(almost))) {
            assertThat(old.await(GENEROUS)).isNull();
            assertThatThrownBy(() -> send(old, "GET / HTTP/1.1\r\n\r\n"))
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void aRegisteredAddressIsTakenAsItIsUnlessItIsNotOnLoopback() throws Exception {
        URI wanted = URI.create("http://localhost/callback");
        try (RedirectListener fixed = RedirectListener.open(wanted)) {
            assertThat(fixed.uri().toString()).matches("http://localhost:\\d+/callback");
            assertThatThrownBy(() -> RedirectListener.open(fixed.uri()))
                    .isInstanceOf(IOException.class);
        }
        for (String bad : new String[] {"http://evil.test/", "https://127.0.0.1/", "x:/y"}) {
            assertThatThrownBy(() -> RedirectListener.open(URI.create(bad)))
                    .as(bad)
                    .isInstanceOf(IOException.class);
        }
    }

    private String host() {
        return "127.0.0.1:" + listener.uri().getPort();
    }

    private String ask(String method, String rest, String host) throws IOException {
        return send(
                method
                        + " "
                        + listener.uri().getPath()
                        + rest
                        + " HTTP/1.1\r\nHost: "
                        + host
                        + "\r\n\r\n");
    }

    private String send(String request) throws IOException {
        return send(listener, request);
    }

    private static String send(RedirectListener listener, String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), listener.uri().getPort())) {
            socket.setSoTimeout((int) GENEROUS.toMillis());
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
