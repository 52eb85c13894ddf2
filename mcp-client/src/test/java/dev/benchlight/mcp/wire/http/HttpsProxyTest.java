package dev.benchlight.mcp.wire.http;

import static dev.benchlight.mcp.wire.http.FaultRun.problem;
import static dev.benchlight.mcp.wire.http.FaultRun.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.faults.FaultyHttpServer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.HttpAccess;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.TlsSettings;
import dev.benchlight.trace.TraceEvent;

import okhttp3.Credentials;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.util.Map;

/// A server behind HTTPS that only a proxy with a password leads to.
class HttpsProxyTest {
    private static final String RIGHT = Credentials.basic("user", "pa:ss");

    private final HeldCertificate certificate =
            new HeldCertificate.Builder().addSubjectAlternativeName("far.invalid").build();
    private final FaultyHttpServer server =
            FaultyHttpServer.startTls(
                    new HandshakeCertificates.Builder()
                            .heldCertificate(certificate)
                            .build()
                            .sslContext());
    private final ConnectProxy proxy;

    HttpsProxyTest() throws IOException {
        proxy = new ConnectProxy(server.url().getPort(), RIGHT);
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
    }

    private FaultRun run(String user, String except) {
        URI far = URI.create("https://far.invalid:8443/mcp");
        ServerConfig.Http config =
                new ServerConfig.Http(
                        "far",
                        far,
                        Map.of("Authorization", "Bearer for-the-server"),
                        HttpAccess.DEFAULT.with(
                                TlsSettings.pinning(
                                        ServerTrust.fingerprint(certificate.certificate()))));
        Map<String, String> environment =
                Map.of(
                        "HTTPS_PROXY",
                        "http://" + user + "127.0.0.1:" + proxy.port(),
                        "NO_PROXY",
                        except);
        return new FaultRun(server, config, SessionOptions.DEFAULT, environment);
    }

    @Test
    void theProxyGetsItsCredentialsAndTheServerItsOwnAndNeitherTheOthers() {
        try (FaultRun run = run("user:pa%3Ass@", "")) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
            run.session.close();
            assertThat(server.requests("POST", "tools/call").getFirst().header("Authorization"))
                    .isEqualTo("Bearer for-the-server");
        }
        assertThat(server.requests()).isNotEmpty();
        assertThat(server.requests())
                .noneMatch(request -> request.headers().containsKey("proxy-authorization"));
        assertThat(proxy.heads())
                .isNotEmpty()
                .allMatch(head -> head.startsWith("CONNECT far.invalid:8443 HTTP/1.1"))
                .noneMatch(head -> head.contains("for-the-server"));
        assertThat(proxy.heads().getLast()).contains("Proxy-Authorization: " + RIGHT);
    }

    @Test
    void theProxysPasswordIsNotInTheTrace() {
        try (FaultRun run = run("user:pa%3Ass@", "")) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
            assertThat(run.log.all(TraceEvent.class).toString())
                    .doesNotContain("pa:ss", "pa%3Ass", RIGHT);
        }
    }

    @Test
    void wrongOrMissingCredentialsAreNamedAndNothingReachesTheServer() {
        for (String user : new String[] {"", "user:wrong@"}) {
            try (FaultRun run = run(user, "")) {
                problem(run.connect(), Outcome.TransportError.class, "proxy-auth-required");
            }
        }
        assertThat(server.requests()).isEmpty();
        assertThat(proxy.heads().size()).isBetween(2, 6);
    }

    @Test
    void anExceptionFromTheProxyIsDialledDirectly() {
        try (FaultRun run = run("user:pa%3Ass@", "example.test,.invalid")) {
            problem(run.connect(), Outcome.TransportError.class, "unknown-host");
        }
        assertThat(proxy.heads()).isEmpty();
    }
}
