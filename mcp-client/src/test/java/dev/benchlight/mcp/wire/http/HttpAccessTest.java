package dev.benchlight.mcp.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.EventLog;
import dev.benchlight.mcp.wire.HttpAccess;
import dev.benchlight.mcp.wire.Limits;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.TlsSettings;
import dev.benchlight.mcp.wire.WireFault;
import dev.benchlight.mcp.wire.WireLog;
import dev.benchlight.mcp.wire.WireMessage;
import dev.benchlight.trace.SpanId;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A private authority, a client certificate and a proxy, as a server's entry names them.
class HttpAccessTest {
    private static final String PASSPHRASE = "pass phrase";
    private static final byte[] PING =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}".getBytes(StandardCharsets.UTF_8);

    private final HeldCertificate authority =
            new HeldCertificate.Builder().commonName("Our CA").certificateAuthority(0).build();
    private final HeldCertificate leaf =
            new HeldCertificate.Builder()
                    .addSubjectAlternativeName("localhost")
                    .signedBy(authority)
                    .build();
    private final HeldCertificate us =
            new HeldCertificate.Builder().commonName("us").signedBy(authority).build();

    @TempDir private Path folder;
    private String ca = "";

    @BeforeEach
    void writeAuthority() throws IOException {
        ca = file("ca.pem", "ours\n" + authority.certificatePem());
    }

    @Test
    void aServerOfAPrivateAuthorityIsReachedWhereItIsNamed() throws Exception {
        try (MockWebServer server = server(false)) {
            assertThat(exchange(server, tls(null, null, null))).isEmpty();
            Optional<WireFault> refused = exchange(server, HttpAccess.DEFAULT);
            assertThat(refused.orElseThrow().code()).isEqualTo("tls-untrusted");
        }
    }

    @Test
    void aClientCertificateInPemIsShownToTheServer() throws Exception {
        String chain = file("us.pem", us.certificatePem());
        String key = file("us.key", us.privateKeyPkcs8Pem());
        try (MockWebServer server = server(true)) {
            assertThat(exchange(server, tls(chain, key, null))).isEmpty();
            assertThat(shown(server)).isEqualTo(us.certificate());
            String both = file("both.pem", us.certificatePem() + us.privateKeyPkcs8Pem());
            assertThat(exchange(server, tls(both, null, null))).isEmpty();
            assertThat(shown(server)).isEqualTo(us.certificate());
        }
    }

    @Test
    void aClientCertificateInPkcs12IsShownToTheServer() throws Exception {
        String file = pkcs12();
        try (MockWebServer server = server(true)) {
            assertThat(exchange(server, tls(file, null, PASSPHRASE))).isEmpty();
            assertThat(shown(server)).isEqualTo(us.certificate());
        }
    }

    @Test
    void withoutOneTheServerRefuses() throws Exception {
        try (MockWebServer server = server(true)) {
            assertThat(exchange(server, tls(null, null, null))).isPresent();
            assertThat(server.getRequestCount()).isZero();
        }
    }

    @Test
    void whatIsWrongWithAFileIsSaidAndNothingIsSent() throws Exception {
        try (MockWebServer server = server(true)) {
            assertThat(message(server, tls(pkcs12(), null, "wrong")))
                    .contains("the client certificate in " + folder, "passphrase is wrong")
                    .doesNotContain("wrong\"");
            assertThat(message(server, tls(folder.resolve("none").toString(), null, null)))
                    .contains("there is no such file");
            assertThat(message(server, tls(file("empty.pem", "x"), null, null)))
                    .contains("no certificate in PEM form");
            String other = us.privateKeyPkcs8Pem().replace("PRIVATE", "EC PRIVATE");
            assertThat(message(server, tls(file("k.pem", us.certificatePem() + other), null, null)))
                    .contains("its key does not say of which curve it is");
            assertThat(server.getRequestCount()).isZero();
        }
    }

    @Test
    void theProxyOfAnEntryIsUsedAlsoForLoopbackAndBeforeThatOfTheEnvironment() throws Exception {
        try (MockWebServer proxy = new MockWebServer()) {
            proxy.start();
            proxy.enqueue(answer());
            HttpAccess through =
                    HttpAccess.DEFAULT.through("http://user:pass@127.0.0.1:" + proxy.getPort());
            URI url = URI.create("http://127.0.0.1:1/mcp");
            assertThat(exchange(url, through, Map.of("HTTP_PROXY", "http://127.0.0.1:2")))
                    .isEmpty();
            assertThat(proxy.takeRequest().getHeaders().get("Proxy-Authorization"))
                    .startsWith("Basic ");
        }
    }

    @Test
    void noneGoesPastTheProxyOfTheEnvironment() throws Exception {
        try (MockWebServer proxy = new MockWebServer()) {
            proxy.start();
            proxy.enqueue(answer());
            exchange(
                    URI.create("http://nowhere.invalid/mcp"),
                    HttpAccess.DEFAULT.through(HttpAccess.NO_PROXY),
                    Map.of("HTTP_PROXY", "http://127.0.0.1:" + proxy.getPort()));
            assertThat(proxy.getRequestCount()).isZero();
        }
    }

    @Test
    void secretsAreInNoText() {
        HttpAccess access =
                tls("c", null, PASSPHRASE).with(Map.of("type", "basic", "password", "hidden-1"));
        assertThat(access.toString()).doesNotContain(PASSPHRASE, "hidden-1").contains("password");
    }

    private HttpAccess tls(
            @Nullable String certificate, @Nullable String key, @Nullable String passphrase) {
        return HttpAccess.DEFAULT.with(new TlsSettings(null, ca, certificate, key, passphrase));
    }

    private MockWebServer server(boolean asks) throws IOException {
        MockWebServer server = new MockWebServer();
        server.useHttps(
                new HandshakeCertificates.Builder()
                        .heldCertificate(leaf)
                        .addTrustedCertificate(authority.certificate())
                        .build()
                        .sslSocketFactory());
        if (asks) {
            server.requireClientAuth();
        }
        server.start();
        server.enqueue(answer());
        server.enqueue(answer());
        return server;
    }

    private static MockResponse answer() {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}")
                .build();
    }

    private static @Nullable Certificate shown(MockWebServer server) throws InterruptedException {
        var handshake = server.takeRequest().getHandshake();
        return handshake == null ? null : handshake.peerCertificates().getFirst();
    }

    private String message(MockWebServer server, HttpAccess access) throws InterruptedException {
        WireFault fault = exchange(server, access).orElseThrow();
        assertThat(fault.code()).isEqualTo("invalid-settings");
        return fault.message();
    }

    private static Optional<WireFault> exchange(MockWebServer server, HttpAccess access)
            throws InterruptedException {
        return exchange(server.url("/mcp").uri(), access, Map.of());
    }

    private static Optional<WireFault> exchange(
            URI url, HttpAccess access, Map<String, String> environment)
            throws InterruptedException {
        HttpWire wire =
                new HttpWire(
                        "c",
                        new ServerConfig.Http("far", url, Map.of(), access),
                        Limits.DEFAULT,
                        environment,
                        new EventLog());
        WireLog log = new WireLog();
        Optional<WireFault> closed = wire.open(log);
        if (closed.isPresent()) {
            return closed;
        }
        wire.send(new WireMessage(WireMessage.Kind.REQUEST, SpanId.random(), "ping", "", PING));
        Optional<WireFault> end = log.nextEnd();
        wire.close(Duration.ofSeconds(1));
        return end;
    }

    private String pkcs12() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "us",
                us.keyPair().getPrivate(),
                PASSPHRASE.toCharArray(),
                new Certificate[] {us.certificate()});
        Path file = folder.resolve("us.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSPHRASE.toCharArray());
        }
        return file.toString();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
