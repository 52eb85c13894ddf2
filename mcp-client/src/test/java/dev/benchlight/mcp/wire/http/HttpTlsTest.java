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
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Locale;
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
    void aTrustedCertificateForAnotherHostIsRefusedForThatReasonAlone(@TempDir Path folder)
            throws Exception {
        HeldCertificate root = new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate leaf = certificate("elsewhere.test").signedBy(root).build();
        try (TrustedRoot trusted = new TrustedRoot(root, folder);
                FaultRun run = run(leaf, null)) {
            Problem problem =
                    problem(run.connect(), Outcome.TransportError.class, "tls-wrong-host");
            assertThat(problem.message()).contains("(CN=faulty)", "is not made out for 127.0.0.1");
            assertThat(problem.hint()).contains(fingerprint(leaf));
            assertThat(run.server.requests()).isEmpty();
            assertThat(trusted.file()).exists();
        }
    }

    @Test
    void aTrustedCertificateForThisHostNeedsNoPin(@TempDir Path folder) throws Exception {
        HeldCertificate root = new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate leaf = certificate("127.0.0.1").signedBy(root).build();
        try (TrustedRoot trusted = new TrustedRoot(root, folder);
                FaultRun run = run(leaf, null)) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
            assertThat(trusted.file()).exists();
        }
    }

    @Test
    void anUnknownIssuerIsNamed() {
        HeldCertificate root =
                new HeldCertificate.Builder().commonName("Corp CA").certificateAuthority(0).build();
        try (FaultRun run = run(certificate("127.0.0.1").signedBy(root).build(), null)) {
            Problem problem = problem(run.connect(), Outcome.TransportError.class, "tls-untrusted");
            assertThat(problem.message()).contains("issued by CN=Corp CA");
        }
    }

    @Test
    void aCertificateOfTheFutureIsNamedWithItsDate() {
        long start = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();
        HeldCertificate certificate =
                certificate("127.0.0.1").validityInterval(start, start + 1_000_000).build();
        try (FaultRun run = run(certificate, null)) {
            Problem problem =
                    problem(run.connect(), Outcome.TransportError.class, "tls-not-yet-valid");
            assertThat(problem.message()).contains("valid from 2100-01-01T00:00:00Z only");
        }
    }

    @Test
    void aFingerprintMayBeWrittenAsPeopleDo() {
        HeldCertificate certificate = certificate("elsewhere.test").build();
        String written =
                fingerprint(certificate).toUpperCase(Locale.ROOT).replaceAll("(..)(?=.)", "$1:");
        try (FaultRun run = run(certificate, written)) {
            assertThat(text(run.call())).isEqualTo("Echo: hi");
        }
    }

    /// Adds a root to what this Java trusts, until closed.
    private record TrustedRoot(Path file, @Nullable String before) implements AutoCloseable {
        private static final String PROPERTY = "javax.net.ssl.trustStore";

        TrustedRoot(HeldCertificate root, Path folder) throws Exception {
            this(folder.resolve("trust.p12"), System.getProperty(PROPERTY));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("root", root.certificate());
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, "changeit".toCharArray());
            }
            System.setProperty(PROPERTY, file.toString());
            System.setProperty(PROPERTY + "Password", "changeit");
        }

        @Override
        public void close() {
            System.clearProperty(PROPERTY + "Password");
            if (before == null) {
                System.clearProperty(PROPERTY);
            } else {
                System.setProperty(PROPERTY, before);
            }
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
