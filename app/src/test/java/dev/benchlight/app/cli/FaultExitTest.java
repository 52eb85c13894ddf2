package dev.benchlight.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.faults.FaultyHttpServer;
import dev.benchlight.mcp.faults.FaultyStdioServer;

import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.stream.Stream;

/// The exit code of each kind of fault, against a real process or HTTP server that shows it.
class FaultExitTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "fine, 0, ''",
        "garbage-stdout, 0, ''",
        "flood-progress, 0, ''",
        "exit-before-handshake, 4, exited with code",
        "exit-zero, 4, exited with code 0",
        "exit-mid-call, 4, during tools/call",
        "never-answer, 4, ''",
        "null-result, 6, ''",
        "content-missing, 6, nothing at /content",
        "content-string, 6, a string at /content",
        "is-error-string, 6, a string at /isError",
        "error-string, 6, ''",
        "wrong-jsonrpc, 6, ''",
        "deep-json, 7, jsonDepth",
        "huge-number, 7, numberDigits",
        "crash-signal, 4, SIG",
        "exit-mid-message, 4, ''",
        "close-stdout, 4, standard output",
        "never-handshake, 4, initialize",
        "tools-null, 2, has no tool echo",
        "stderr-invalid, 0, ''",
        "endless-line, 7, messageBytes"
    })
    void everyFaultOfAProcessHasItsExitCodeAndASentence(String mode, int exit, String words) {
        String[] line = {
            "call", "echo", "--arg", "message=hi", "--json", "--timeout", "5s", "--stdio", "--"
        };
        check(
                exit,
                words,
                Stream.concat(Stream.of(line), FaultyStdioServer.command(mode).stream())
                        .toArray(String[]::new));
    }

    @Test
    void aProgramThatRepeatsItsInputBreaksTheProtocol() {
        check(
                6,
                "sent our own initialize back",
                "list",
                "--json",
                "--timeout",
                "5s",
                "--stdio",
                "--",
                "cat");
    }

    @Test
    void aHostBeyondAsciiIsLookedUp() {
        check(4, "xn--bcher-kva.invalid", "list", "http://bücher.invalid/mcp", "--json");
    }

    @Test
    void aWarningSaysHowOftenAndWhatCameFirst() {
        Stream<String> line = Stream.of("call", "echo", "--arg", "message=hi", "--stdio", "--");
        CommandRun run =
                CommandRun.of(
                        folder,
                        Stream.concat(line, FaultyStdioServer.command("garbage-stdout").stream())
                                .toArray(String[]::new));

        assertThat(run.err())
                .isEqualTo(
                        "warning: lines on standard output are not MCP messages; log to standard"
                                + " error instead (3 times): Server starting…\n");
    }

    @ParameterizedTest
    @CsvSource({
        "ok, 0, ''",
        "401-bare, 3, wants you to sign in",
        "401-always, 3, wants you to sign in",
        "403-scope, 3, wants you to sign in",
        "502, 4, 502",
        "503-retry, 4, 7 s",
        "429-retry, 5, 429",
        "407, 3, 407",
        "hang, 4, no answer to tools/call",
        "reset, 4, ''",
        "close, 4, ''",
        "session-404-always, 4, session",
        "400-rpc, 5, no way",
        "html-200, 6, Corporate SSO",
        "html-500, 5, Oops",
        "empty-200, 6, ''",
        "not-http, 6, ''",
        "wrong-content-type, 6, text/plain",
        "200-error, 6, ''",
        "redirect-host, 4, evil.test",
        "redirect-302, 4, redirect",
        "redirect-loop, 4, redirect",
        "204, 6, ''",
        "wrong-id, 6, 987654",
        "truncated, 4, ''",
        "slow-body, 4, ''",
        "slow-headers, 4, ''",
        "header-huge, 7, ''",
        "huge-body, 7, 16777216 bytes",
        "gzip-bomb, 7, 16777216 bytes"
    })
    void everyFaultOfAnHttpServerHasItsExitCodeAndASentence(String mode, int exit, String words) {
        try (FaultyHttpServer server = FaultyHttpServer.start(mode)) {
            check(exit, words, line(server.url().toString()));
        }
    }

    @Test
    void whoWaitedInVainIsToldHowToWaitLonger() {
        try (FaultyHttpServer server = FaultyHttpServer.start("hang")) {
            String url = server.url().toString();
            CommandRun run =
                    CommandRun.of(
                            folder, "call", url, "echo", "--arg", "message=hi", "--timeout", "1s");
            assertThat(run.exit()).isEqualTo(4);
            assertThat(run.err()).contains("hint: ", " or wait longer: --timeout 2m");
        }
    }

    @Test
    void aPortWithoutAServerIsUnreachable() {
        String url;
        try (FaultyHttpServer server = FaultyHttpServer.start("ok")) {
            url = server.url().toString();
        }
        check(4, "Nothing listens on", line(url));
    }

    @Test
    void aSelfSignedCertificateIsRefusedAndNamed() {
        HeldCertificate certificate =
                new HeldCertificate.Builder()
                        .commonName("faulty")
                        .addSubjectAlternativeName("localhost")
                        .build();
        HandshakeCertificates keys =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        try (FaultyHttpServer server = FaultyHttpServer.startTls(keys.sslContext())) {
            check(4, "self-signed", line(server.url().toString()));
        }
    }

    private static String[] line(String url) {
        return new String[] {
            "call", url, "echo", "--arg", "message=hi", "--json", "--timeout", "4s"
        };
    }

    private void check(int exit, String words, String... line) {
        CommandRun run = CommandRun.of(folder, line);

        JsonNode json = run.json();
        assertThat(run.exit()).as(json.toPrettyString()).isEqualTo(exit);
        assertThat(json.path("ok").asBoolean()).isEqualTo(exit == 0);
        assertThat(json.at("/error/message").asString("") + json.at("/error/hint").asString(""))
                .containsIgnoringCase(words)
                .doesNotContain("Exception");
        assertThat(run.err()).isEmpty();
    }
}
