package dev.benchlight.mcp.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.wire.TlsSettings;
import dev.benchlight.mcp.wire.WireFault;

import okhttp3.HttpUrl;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import java.util.zip.ZipException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/// What the failures of the network mean, in words.
class NetworkFaultsTest {
    private final NetworkFaults faults = faults("http://far.test:8080/mcp?token=t-1");

    private static NetworkFaults faults(String url) {
        return new NetworkFaults(HttpUrl.get(url), new ServerTrust(TlsSettings.DEFAULT), 65_536);
    }

    @Test
    void aHostBeyondAsciiIsNamedInBothForms() {
        NetworkFaults far = faults("http://bücher.test:8080/mcp");
        assertThat(far.beforeResponse(new UnknownHostException("xn--bcher-kva.test")).message())
                .isEqualTo("There is no host named 'xn--bcher-kva.test' (bücher.test).");
        assertThat(far.beforeResponse(new ConnectException("Connection refused")).message())
                .isEqualTo("Nothing listens on xn--bcher-kva.test:8080 (bücher.test).");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new UnknownHostException("far.test: Name or service not known"),
                        "unknown-host",
                        "There is no host named 'far.test'."),
                Arguments.of(
                        new UnknownHostException("nodename nor servname provided"),
                        "unknown-host",
                        "There is no host named 'far.test'."),
                Arguments.of(
                        new ConnectException("Connection refused"),
                        "connection-refused",
                        "Nothing listens on far.test:8080."),
                Arguments.of(
                        new ConnectException("Connection timed out"),
                        "connect-timeout",
                        "No connection to far.test:8080 within 15 s."),
                Arguments.of(
                        new SocketTimeoutException("connect timed out"),
                        "connect-timeout",
                        "No connection to far.test:8080 within 15 s."),
                Arguments.of(
                        new SocketTimeoutException("Read timed out"),
                        "no-response",
                        "The server at far.test:8080 did not answer in time."),
                Arguments.of(
                        new NoRouteToHostException("No route to host"),
                        "no-route",
                        "There is no route to far.test:8080."),
                Arguments.of(
                        new SocketException("Connection reset"),
                        "connection-reset",
                        "The server at far.test:8080 reset the connection."),
                Arguments.of(
                        new IOException("unexpected end of stream on http://far.test:8080/..."),
                        "connection-closed",
                        "The server at far.test:8080 closed the connection without an answer."),
                Arguments.of(
                        new IOException(
                                "unexpected end of stream",
                                new EOFException("\\n not found: limit=0")),
                        "connection-closed",
                        "The server at far.test:8080 closed the connection without an answer."),
                Arguments.of(
                        new IOException(
                                "unexpected end of stream",
                                new EOFException("\\n not found: limit=12 content=48545450")),
                        "unended-head",
                        "The answer of far.test:8080 broke off within its headers, or has too"
                                + " many."),
                Arguments.of(
                        new IOException(
                                "unexpected end of stream",
                                new EOFException("\\n not found: limit=262144")),
                        "headers-too-large",
                        "The response's headers exceed the limit of 65536 bytes."),
                Arguments.of(
                        new ProtocolException("Unexpected status line: SSH-2.0-OpenSSH_9.2"),
                        "not-http",
                        "What answers on far.test:8080 does not speak HTTP: 'SSH-2.0-OpenSSH_9.2'."),
                Arguments.of(
                        new ProtocolException(
                                "Received HTTP_PROXY_AUTH (407) code while not proxied"),
                        "proxy-auth-required",
                        "The proxy wants a name and password (HTTP 407)."),
                Arguments.of(
                        new IOException("Failed to authenticate with proxy"),
                        "proxy-auth-required",
                        "The proxy wants a name and password (HTTP 407)."),
                Arguments.of(
                        new IOException("Unexpected response code for CONNECT: 403"),
                        "proxy-refused",
                        "The proxy refused to connect to far.test:8080."),
                Arguments.of(
                        new SSLHandshakeException("Remote host terminated the handshake"),
                        "tls-failed",
                        "The TLS handshake with far.test:8080 failed: Remote host terminated the"
                                + " handshake."),
                Arguments.of(
                        new IOException("strange"),
                        "network-failed",
                        "The exchange with far.test:8080 failed: strange."));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureHasACauseInWords(IOException failure, String code, String message) {
        WireFault fault = faults.beforeResponse(failure);
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.message()).isEqualTo(message);
        assertThat(String.valueOf(fault.details()))
                .contains("\"exception\":\"" + failure.getClass().getSimpleName() + ": ")
                .contains("\"url\":\"http://far.test:8080/mcp\"")
                .doesNotContain("t-1");
    }

    @Test
    void tlsOnAPlainPortIsGuessedFromItsBytesWhichAreNotPrinted() {
        WireFault fault =
                faults.beforeResponse(
                        new ProtocolException("Unexpected status line: \u0015\u0003\u0003\u0000P"));
        assertThat(fault.message()).contains("'···\u00b7P'").doesNotContain("\u0015");
        assertThat(fault.hint()).contains("try https://");
    }

    @Test
    void aPlainAnswerOnATlsPortIsGuessed() {
        WireFault fault =
                faults("https://far.test/mcp")
                        .beforeResponse(
                                new SSLException("Unsupported or unrecognized SSL message"));
        assertThat(fault.message()).contains("far.test:443");
        assertThat(fault.hint()).contains("try http://");
    }

    @Test
    void anIpv6AddressStandsInBrackets() {
        assertThat(
                        faults("http://[::1]:9/mcp")
                                .beforeResponse(new ConnectException("Connection refused"))
                                .message())
                .isEqualTo("Nothing listens on [::1]:9.");
    }

    @Test
    void aLongFirstLineIsCut() {
        WireFault fault =
                faults.beforeResponse(
                        new ProtocolException("Unexpected status line: " + "z".repeat(9_000)));
        assertThat(fault.message()).hasSizeLessThan(200).contains("…");
    }

    @Test
    void whatBreaksABodyIsToldApart() {
        assertThat(faults.inBody(new BodyReader.UnknownEncodingException("br"), 0).message())
                .isEqualTo("The body has the encoding 'br', which was not asked for.");
        assertThat(faults.inBody(new ZipException("incorrect header check"), 9).code())
                .isEqualTo("broken-encoding");
        assertThat(faults.inBody(new IOException("ID1ID2: actual 0x3c3c"), 0).code())
                .isEqualTo("broken-encoding");
        WireFault cut = faults.inBody(new ProtocolException("unexpected end of stream"), 1_234);
        assertThat(cut.code()).isEqualTo("response-truncated");
        assertThat(cut.message()).contains("after 1234 bytes of the answer");
    }
}
