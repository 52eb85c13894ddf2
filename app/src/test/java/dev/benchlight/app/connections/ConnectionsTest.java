package dev.benchlight.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.app.workspace.TrustStore;
import dev.benchlight.app.workspace.Workspace;
import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.faults.FaultyHttpServer;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.mcp.rpc.Outcome;
import dev.benchlight.mcp.wire.ServerConfig;
import dev.benchlight.trace.SpanStarted;
import dev.benchlight.trace.TraceRecorder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

class ConnectionsTest {
    @TempDir Path folder;
    private final AtomicInteger listings = new AtomicInteger();
    private final TraceRecorder counting =
            event -> {
                if (event instanceof SpanStarted started && started.method().equals("tools/list")) {
                    listings.incrementAndGet();
                }
            };
    private final Set<ProcessHandle> earlier =
            ProcessHandle.current().descendants().collect(Collectors.toSet());
    private final Connections connections =
            new Connections(ServerEntry::config, Entries.sessions(counting));

    @AfterEach
    void quit() {
        connections.close();
    }

    @Test
    void aServerThatExitsAtOnceFailsWithStepReasonAndStderr() throws Exception {
        McpConnection connection = connections.add(Entries.faulty("exit-before-handshake"));

        connection.connect();
        Await.until("failed", () -> state(connection) instanceof SessionState.Failed);

        ConnectionSnapshot snapshot = connection.snapshot();
        SessionState.Failed failed = (SessionState.Failed) snapshot.state();
        assertThat(failed.step()).isNotBlank();
        assertThat(failed.problem().message()).contains("3");
        assertThat(failed.problem().hint()).isNotBlank();
        assertThat(snapshot.stderr()).containsExactly("first line", "no configuration found");
        assertThat(connection.session()).isEmpty();
        assertThat(connection.steps())
                .last()
                .satisfies(step -> {
                    assertThat(step.name()).isEqualTo(failed.step());
                    assertThat(step.verdict()).contains("exited with code 3");
                });
    }

    @Test
    void anHttpServerThatIsGoneIsFailedAfterACallAndConnectingTriesAgain() {
        FaultyHttpServer server = FaultyHttpServer.start("ok");
        McpConnection connection =
                connections.add(
                        new ServerEntry(
                                new ServerConfig.Http("h", server.url(), Map.of()),
                                null,
                                ServerEntry.Origin.BUILT_IN));
        connection.connect();
        Await.until("listed", () -> connection.snapshot().catalogue().asked());
        McpSession session = connection.session().orElseThrow();
        server.close();

        assertThat(session.ping(CallOptions.DEFAULT).await()).isInstanceOf(Outcome.NotOk.class);
        Await.until("failed", () -> state(connection) instanceof SessionState.Failed);
        assertThat(((SessionState.Failed) state(connection)).step()).isEqualTo("connected");
        assertThat(connection.session()).isEmpty();

        connection.connect();
        Await.until(
                "refused",
                () ->
                        state(connection) instanceof SessionState.Failed failed
                                && failed.step().equals("initialize")
                                && failed.problem().code().equals("connection-refused"));
    }

    @Test
    void disconnectingEndsTheProcessAndConnectingStartsAnother() throws Exception {
        McpConnection connection = ready("fine");
        ProcessHandle first = onlyChild();

        connection.disconnect();
        Await.until("ended", () -> !first.isAlive());
        Await.until("closed", () -> state(connection) instanceof SessionState.Closed);
        assertThat(connection.session()).isEmpty();

        connection.connect();
        Await.until("ready", () -> connection.session().isPresent());
        assertThat(onlyChild().pid()).isNotEqualTo(first.pid());
    }

    @Test
    void restartingReplacesTheProcess() throws Exception {
        McpConnection connection = ready("fine");
        ProcessHandle first = onlyChild();

        connection.restart();

        Await.until("ended", () -> !first.isAlive());
        Await.until("ready again", () -> connection.session().isPresent());
        Await.until("listed again", () -> listings.get() >= 2);
        assertThat(onlyChild().pid()).isNotEqualTo(first.pid());
    }

    @Test
    void quittingLeavesNoProcessEvenOfServersThatIgnoreBeingAsked() throws Exception {
        ready("ignore-sigterm");
        ready("ignore-stdin-close");
        ready("fork-children");
        List<ProcessHandle> all =
                ProcessHandle.current()
                        .descendants()
                        .filter(child -> !earlier.contains(child))
                        .toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(5);

        connections.close();

        Await.until("all ended", () -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void quittingWaitsForSessionsThatWereEndedAMomentAgo() throws Exception {
        McpConnection removed = ready("ignore-sigterm");
        McpConnection replaced = ready("ignore-stdin-close");
        List<ProcessHandle> all = ProcessHandle.current().children().filter(this::isOurs).toList();
        assertThat(all).hasSize(2);

        connections.remove(removed);
        replaced.disconnect();
        connections.close();

        assertThat(all).noneMatch(ConnectionsTest::runs);
    }

    /// One that has ended counts as alive until the JDK takes note, but runs no program any more.
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private boolean isOurs(ProcessHandle child) {
        return !earlier.contains(child);
    }

    @Test
    void anUnapprovedCommandNeverRuns() throws Exception {
        Path mark = folder.resolve("pwned");
        Workspace workspace = Workspace.open(folder.resolve("ws"));
        ServerEntry entry = workspace.add(Entries.stdio("evil", "touch", List.of(mark.toString())));
        TrustStore trust = TrustStore.open(DataFolder.open(folder.resolve("data"), Map.of()));
        Approvals approvals = new Approvals(workspace, trust, Map.of(), _ -> {});
        try (Connections guarded =
                new Connections(approvals, Entries.sessions(TraceRecorder.NONE))) {
            McpConnection connection = guarded.add(entry);

            connection.connect();
            Await.until("refused", () -> state(connection) instanceof SessionState.Failed);
            connection.restart();
            Await.until("refused", () -> state(connection) instanceof SessionState.Failed);
            assertThat(((SessionState.Failed) state(connection)).problem().code())
                    .isEqualTo("trust-required");
            assertThat(mark).doesNotExist();

            approvals.approve(entry, approvals.visible(entry));
            connection.connect();
            Await.until("run", () -> Files.exists(mark));
        }
    }

    @Test
    void listenersHearOfConnectionsThatComeAndNoMoreOfThoseThatWent() throws Exception {
        Queue<ConnectionSnapshot> heard = new ConcurrentLinkedQueue<>();
        List<Integer> sizes = new ArrayList<>();
        connections.subscribe(all -> sizes.add(all.size()));
        connections.subscribeToEach(heard::add);
        McpConnection gone = connections.add(Entries.faulty("fine"));
        connections.remove(gone);
        McpConnection stays = connections.add(Entries.faulty("exit-zero"));

        gone.connect();
        stays.connect();
        Await.until(
                "heard of the failure",
                () -> heard.stream().anyMatch(s -> s.state() instanceof SessionState.Failed));
        Await.until("connected unheard", () -> gone.session().isPresent());

        assertThat(heard).extracting(s -> s.entry().name()).containsOnly("exit-zero");
        assertThat(sizes).containsExactly(1, 0, 1);
        assertThat(connections.find("exit-zero")).contains(stays);
        gone.close();
    }

    private McpConnection ready(String mode) {
        McpConnection connection = connections.add(Entries.faulty(mode));
        connection.connect();
        Await.until(
                mode + " listed",
                () -> !connection.snapshot().catalogue().tools().items().isEmpty());
        return connection;
    }

    private static SessionState state(McpConnection connection) {
        return connection.snapshot().state();
    }

    /// The one process that this test started.
    private ProcessHandle onlyChild() {
        List<ProcessHandle> children =
                ProcessHandle.current()
                        .children()
                        .filter(child -> !earlier.contains(child))
                        .toList();
        assertThat(children).hasSize(1);
        return children.getFirst();
    }
}
