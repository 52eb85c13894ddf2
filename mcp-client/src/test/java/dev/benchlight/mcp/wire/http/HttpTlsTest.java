package dev.benchlight.mcp.wire.http;

import static dev.benchlight.mcp.wire.http.FaultRun.problem;
import static dev.benchlight.mcp.wire.http.FaultRun.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.faults.FaultyHttpServer;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.Objects;

/// Certificates that are not to be trusted, and the one that the user trusts.
class HttpTlsTest {
    @Test
    void aSelfSignedCertificateIsShownAndRefused() {
        HeldCertificate certificate = certificate("localhost").build();
        try (FaultRun run = run(certificate, null)) {
            Problem problem =
                    problem(run.connect(), Outcome.TransportError.class, "tls-self-signed");
            JsonNode shown = Objects.requireNonNull(problem.details()).path("certificate");
            assertThat(shown.path("subject").asString()).isEqualTo("CN=faulty");
            assertThat(shown.path("sha256").asString()).isEqualTo(fingerprint(certificate));
            assertThat(problem.hint()).contains(fingerprint(certificate));
            assertThat(run.server.requests()).isEmpty();
        }
    }

    @Test
    void anExpiredCertificateIsNamedWithItsDate() {
        HeldCertificate certificate =
                certificate("localhost").validityInterval(1_000L, 2_000_000L).build();
        try (FaultRun run = run(certificate, null)) {
            Problem problem = problem(run.connect(), Outcome.TransportError.class, "tls-expired");
            assertThat(problem.message()).contains("expired on 1970-01-01");
        }
    }

    @Test
    void aPinnedCertificateIsTrustedEvenForAnotherHost() {
        HeldCertificate certificate = certificate("elsewhere.test").build();
        try (FaultRun run = run(certificate, fingerprint(certificate))) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
        }
    }

    @Test
    void anotherCertificateThanThePinnedOneIsRefused() {
        HeldCertificate other = certificate("localhost").build();
        try (FaultRun run = run(certificate("localhost").build(), fingerprint(other))) {
            problem(run.connect(), Outcome.TransportError.class, "tls-self-signed");
        }
    }

    private static HeldCertificate.Builder certificate(String host) {
        return new HeldCertificate.Builder().commonName("faulty").addSubjectAlternativeName(host);
    }

    private static String fingerprint(HeldCertificate certificate) {
        return ServerTrust.fingerprint(certificate.certificate());
    }

    private static FaultRun run(HeldCertificate certificate, @Nullable String pin) {
        HandshakeCertificates keys =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        FaultyHttpServer server = FaultyHttpServer.startTls(keys.sslContext());
        return new FaultRun(server, server.url(), pin);
    }
}
