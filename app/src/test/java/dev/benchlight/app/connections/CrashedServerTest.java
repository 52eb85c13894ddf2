package dev.benchlight.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.rpc.CallOptions;
import dev.benchlight.trace.TraceRecorder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.node.JsonNodeFactory;

import java.util.Optional;
import java.util.concurrent.Semaphore;

/// A real process that ends in the middle of a call is started again, by a clock of the test's.
class CrashedServerTest {
    private final Semaphore passing = new Semaphore(0);
    private final Connections connections =
            new Connections(
                    ServerEntry::config,
                    Entries.sessions(TraceRecorder.NONE),
                    (_, over) -> {
                        passing.acquire();
                        return over.getCount() > 0;
                    });
    private final McpConnection connection = connections.add(Entries.faulty("exit-mid-call"));

    @AfterEach
    void quit() {
        passing.release(100);
        connections.close();
    }

    @Test
    void aServerThatExitsIsStartedAgainThreeTimesAndThenLeftAlone() {
        connection.connect();
        for (int i = 1; i <= 3; i++) {
            crash();
            assertThat(hint()).startsWith("It is started again in ").contains("(" + i + " of 3)");
            passing.release();
        }
        crash();
        assertThat(hint()).startsWith("It was started again 3 times, and now is left alone.");

        connection.connect();
        crash();
        assertThat(hint()).contains("(1 of 3)");
    }

    @Test
    void disconnectingWhileItWaitsLeavesItEnded() {
        connection.connect();
        crash();

        connection.disconnect();
        Await.until("left alone", () -> !hint().contains("started again"));
        passing.release(100);
        connections.close();

        assertThat(connection.session()).isEmpty();
    }

    @Test
    void aServerThatNeverWasReadyIsNotStartedAgain() {
        McpConnection broken = connections.add(Entries.faulty("exit-before-handshake"));
        broken.connect();
        Await.until("failed", () -> broken.snapshot().state() instanceof SessionState.Failed);
        connections.close();

        assertThat(broken.snapshot().state())
                .isInstanceOfSatisfying(
                        SessionState.Failed.class,
                        failed ->
                                assertThat(Optional.ofNullable(failed.problem().hint()).orElse(""))
                                        .doesNotContain("started again"));
    }

    private void crash() {
        Await.until("ready", () -> connection.session().isPresent());
        McpSession session = connection.session().orElseThrow();
        session.callTool("any", JsonNodeFactory.instance.objectNode(), CallOptions.DEFAULT).await();
        Await.until("it is said what comes", () -> hint().contains("started again"));
    }

    private String hint() {
        return connection.snapshot().state() instanceof SessionState.Failed failed
                        && failed.problem().hint() != null
                ? failed.problem().hint()
                : "";
    }
}
