package dev.benchlight.mcp.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.ClientHandlers;
import dev.benchlight.mcp.EventLog;
import dev.benchlight.mcp.Listing;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.Revision;
import dev.benchlight.mcp.ServerDescription;
import dev.benchlight.mcp.SessionListener;
import dev.benchlight.mcp.SessionOptions;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.Tool;
import dev.benchlight.mcp.Warning;
import dev.benchlight.mcp.rpc.Call;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.rpc.Problem;
import dev.benchlight.mcp.wire.ProcessMark;
import dev.benchlight.mcp.wire.Processes;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.mcp.wire.ServerProcesses;
import dev.benchlight.mcp.wire.ServerRegister;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Faults of the process, its streams, the handshake and lists: a process each.
class FaultyProcessTest {
    private final EventLog log = new EventLog();
    private Optional<McpSession> open = Optional.empty();

    @AfterEach
    void noProcessIsLeft() {
        open.ifPresent(McpSession::close);
        assertThat(ProcessHandle.current().descendants())
                .noneMatch(process -> process.info().commandLine().orElse("").contains("Faulty"));
    }

    private McpSession session(String mode, Duration connect, Duration grace) {
        McpSession session = Servers.session(mode, Servers.options(connect, grace), log);
        open = Optional.of(session);
        return session;
    }

    private McpSession session(String mode) {
        return session(mode, Duration.ofSeconds(30), Duration.ofMillis(500));
    }

    private McpSession connected(String mode) {
        McpSession session = session(mode);
        assertThat(session.connect().await()).isInstanceOf(Outcome.Ok.class);
        return session;
    }

    private static Outcome<?> echo(McpSession session) {
        return session.callTool("echo", JsonNodeFactory.instance.objectNode(), CallOptions.DEFAULT)
                .await();
    }

    private static Problem problem(Outcome<?> outcome) {
        return outcome instanceof Outcome.NotOk<?> notOk
                ? notOk.problem()
                : Problem.of("ok", dev.benchlight.mcp.rpc.Layer.INPUT, outcome.toString());
    }

    @DisabledOnOs(OS.WINDOWS)
    @RepeatedTest(50)
    void anEndThatComesBeforeTheFirstMessageIsNotHiddenByTheCloseThatFollows() {
        SessionOptions slowToNote =
                Servers.options(Duration.ofSeconds(30), Duration.ofMillis(500))
                        .with((server, mark) ->
                                new ServerRegister.Entry() {
                                    @Override
                                    public void seen(ServerProcesses processes) {
                                        processes.marks().forEach(FaultyProcessTest::awaitExit);
                                    }
                                });
        ServerConfig config =
                new ServerConfig.Stdio("s", "sh", List.of("-c", "exit 42"), Map.of(), null);
        McpSession session =
                new McpSession(
                        config, slowToNote, ClientHandlers.NONE, log, new SessionListener() {});
        open = Optional.of(session);

        assertThat(problem(session.connect().await()).message()).contains("code 42");
    }

    private static void awaitExit(ProcessMark mark) {
        mark.find().ifPresent(process -> process.onExit().join());
    }

    @ParameterizedTest
    @CsvSource({
        "exit-mid-call, server-exited, the server exited with code 42 during tools/call",
        "exit-mid-message, server-exited, in the middle of a message",
        "crash-signal, server-exited, code 137 (SIGKILL) during tools/call",
        "close-stdout, stdout-closed, the server closed its standard output during tools/call",
        "endless-line, endless-line, messageBytes"
    })
    void theEndOfTheConnectionFailsTheCallAndSaysWhy(String mode, String code, String text) {
        McpSession session = connected(mode);
        Problem problem = problem(echo(session));
        assertThat(problem.message()).contains(text);
        assertThat(session.state()).isInstanceOf(SessionState.Failed.class);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.hint()).isNotBlank();
        assertThat(problem(echo(session)).message())
                .contains(text.replace(" during tools/call", ""));
    }

    @Test
    void theLastWordsOnStandardErrorAreTold() {
        Problem problem = problem(echo(connected("exit-mid-call")));
        assertThat(problem.hint()).contains("out of memory");
        assertThat(String.valueOf(problem.details()))
                .contains("\"stderr\":[\"two\",\"three\",\"four\",\"five\",\"out of memory\"]")
                .contains("\"exitCode\":42");
    }

    @ParameterizedTest
    @CsvSource({
        "exit-before-handshake, server-exited, exited with code 3 during initialize",
        "exit-zero, server-exited, exited with code 0 during initialize",
        "utf16, utf16, looks like UTF-16",
        "version-unknown, unsupported-version, 2099-01-01",
        "version-missing, bad-result, protocolVersion"
    })
    void aFailedHandshakeSaysWhy(String mode, String code, String text) {
        McpSession session = session(mode);
        Problem problem = problem(session.connect().await());
        assertThat(problem.message()).contains(text);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.hint()).isNotBlank();
        assertThat(session.state()).isInstanceOf(SessionState.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"never-handshake", "never-reads"})
    void aHandshakeThatNeverEndsTimesOut(String mode) {
        McpSession session = session(mode, Duration.ofSeconds(2), Duration.ofMillis(300));
        Problem problem = problem(session.connect().await());
        assertThat(problem.message()).isEqualTo("no answer to initialize in 2 s");
        assertThat(problem.hint()).contains("standard error");
    }

    @Test
    void aServerThatAnswersWhatItNeverReadHoldsNoCallerUp() {
        McpSession session = connected("answers-unread");
        ObjectNode arguments = JsonNodeFactory.instance.objectNode().put("text", "x".repeat(3_600));
        Outcome<?> outcome = new Outcome.Ok<>("not called yet");
        // More than any pipe holds, and fewer than the ids that it answers.
        for (int call = 0; call < 60 && outcome instanceof Outcome.Ok<?>; call++) {
            outcome = session.callTool("echo", arguments, CallOptions.DEFAULT).await();
        }
        assertThat(problem(outcome).code()).isEqualTo("input-blocked");
        Await.until("failed", () -> session.state() instanceof SessionState.Failed);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aServerMayCloseItsStandardError() throws IOException {
        McpSession session = connected("close-stderr");
        assertThat(echo(session)).isInstanceOf(Outcome.Ok.class);
        Path stderr = Path.of("/proc", child("close-stderr").pid() + "", "fd", "2");
        assertThat(Files.readSymbolicLink(stderr)).isEqualTo(Path.of("/dev/null"));
        assertThat(echo(session)).isInstanceOf(Outcome.Ok.class);
        assertThat(session.state()).isInstanceOf(SessionState.Ready.class);
    }

    private static ProcessHandle child(String mode) {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().commandLine().orElse("").endsWith(" " + mode))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSlowHandshakeIsConnectingUntilItIsThrough() throws IOException {
        try (ServerSocket gate = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            gate.setSoTimeout(60_000);
            McpSession session =
                    Servers.session(
                            Servers.config(
                                    "slow-handshake",
                                    Map.of(FaultyStdioServer.GATE, gate.getLocalPort() + "")),
                            Servers.options(Duration.ofSeconds(60), Duration.ofMillis(500)),
                            log,
                            new SessionListener() {});
            open = Optional.of(session);
            Call<ServerDescription> connect = session.connect();
            try (Socket server = gate.accept()) {
                assertThat(session.state()).isEqualTo(new SessionState.Connecting("initialize"));
                server.getOutputStream().write(1);
            }
            assertThat(connect.await()).isInstanceOf(Outcome.Ok.class);
            assertThat(session.state()).isInstanceOf(SessionState.Ready.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage-stdout", "bom", "version-old"})
    void connectsInSpiteOf(String mode) {
        McpSession session = session(mode);
        assertThat(session.connect().await())
                .isInstanceOfSatisfying(
                        Outcome.Ok.class,
                        ok ->
                                assertThat(((ServerDescription) ok.value()).revision())
                                        .isEqualTo(
                                                mode.equals("version-old")
                                                        ? Revision.R2024_11_05
                                                        : Revision.LATEST_LEGACY));
        assertThat(echo(session)).isInstanceOf(Outcome.Ok.class);
        if (mode.equals("garbage-stdout")) {
            assertThat(session.warnings())
                    .singleElement()
                    .satisfies(warning -> {
                        assertThat(warning.code()).isEqualTo("stdout-noise");
                        assertThat(warning.count()).isEqualTo(3);
                        assertThat(warning.samples()).contains("[info] listening");
                    });
            assertThat(session.state()).isInstanceOf(SessionState.Degraded.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ignore-stdin-close", "ignore-sigterm", "fork-children"})
    void closingEndsTheWholeTree(String mode) {
        McpSession session = connected(mode);
        List<ProcessHandle> before = ProcessHandle.current().descendants().toList();
        session.close();
        assertThat(before).isNotEmpty().noneMatch(Processes::runs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fork-orphan", "fork-detached"})
    @EnabledOnOs(OS.LINUX)
    void closingEndsEvenWhatLostItsParentUnseen(String mode) {
        McpSession session = connected(mode);
        Await.until("the child has said who it is", () -> !session.stderrTail(1).isEmpty());
        long pid = Long.parseLong(session.stderrTail(1).getFirst());
        ProcessHandle orphan = ProcessHandle.of(pid).orElseThrow();
        assertThat(ProcessHandle.current().descendants()).doesNotContain(orphan);
        session.close();
        assertThat(Processes.runs(orphan)).isFalse();
        assertThat(session.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cursor-loop, 2, false, cursor-loop, again",
        "cursor-infinite, 20, false, too-many-pages, 20",
        "bad-list, 2, true, bad-entry, /tools/1",
        "tools-null, 0, true, bad-list, /tools",
        "bad-schema, 2, true, bad-schema, /tools/0/inputSchema"
    })
    void aBadListGivesWhatCanBeReadAndSaysWhatCannot(
            String mode, int items, boolean complete, String code, String sample) {
        Listing<Tool> listing = list(connected(mode));
        assertThat(listing.items()).hasSize(items);
        assertThat(listing.complete()).isEqualTo(complete);
        assertThat(listing.warnings()).extracting(Warning::code).containsExactly(code);
        assertThat(listing.warnings().getFirst().samples()).contains(sample);
    }

    @Test
    void tenThousandToolsAreListed() {
        Listing<Tool> listing = list(connected("tools-10k"));
        assertThat(listing.items())
                .extracting(Tool::name)
                .doesNotHaveDuplicates()
                .hasSize(10_000)
                .startsWith("tool0")
                .endsWith("tool9999");
        assertThat(listing.complete()).isTrue();
        assertThat(listing.warnings()).isEmpty();
    }

    private static Listing<Tool> list(McpSession session) {
        return switch (session.listTools(CallOptions.DEFAULT).await()) {
            case Outcome.Ok<Listing<Tool>>(Listing<Tool> listing) -> listing;
            case Outcome.NotOk<Listing<Tool>> notOk ->
                    throw new AssertionError(notOk.problem().toString());
        };
    }
}
