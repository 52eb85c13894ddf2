package dev.benchlight.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.wire.ServerConfig;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The approvals in the hands of several programs at once.
class SharedTrustTest {
    private static final ServerConfig ONE = program("one");
    private static final ServerConfig TWO = program("two");

    @TempDir private Path folder;

    private static ServerConfig program(String command) {
        return new ServerConfig.Stdio("n", command, List.of(), Map.of(), Path.of("/a"));
    }

    private TrustStore open() {
        return TrustStore.open(DataFolder.open(folder, Map.of()));
    }

    private ServerEntry entry(ServerConfig config) {
        return new ServerEntry(config, folder.resolve("s.yaml"), ServerEntry.Origin.FILE);
    }

    private void approve(TrustStore store, ServerConfig config) {
        try {
            store.approve(entry(config), config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean asks(TrustStore store, ServerConfig config) {
        return store.needsApproval(entry(config), config);
    }

    @Test
    void anApprovalWaitsForOneThatIsBeingWrittenAndLosesItNot() throws Exception {
        Path file = folder.resolve("trust.json");
        approve(open(), TWO);
        String others = Files.readString(file);
        Files.delete(file);
        TrustStore store = open();
        Thread approving;
        try (LockFile _ = LockFile.tryLock(file).orElseThrow()) {
            approving = Thread.ofPlatform().start(() -> approve(store, ONE));
            Await.until(
                    "it waits",
                    () ->
                            approving.getState() == Thread.State.TIMED_WAITING
                                    || approving.getState() == Thread.State.TERMINATED);
            Files.writeString(file, others);
        }
        approving.join();

        assertThat(asks(open(), ONE)).isFalse();
        assertThat(asks(open(), TWO)).isFalse();
    }

    @Test
    void whatIsTakenBackOrApprovedElsewhereHoldsAtOnceAndDoesNotComeBack() throws IOException {
        TrustStore window = open();
        approve(window, ONE);
        Files.delete(folder.resolve("trust.json"));
        assertThat(asks(window, ONE)).isTrue();

        approve(open(), TWO);
        assertThat(asks(window, TWO)).isFalse();

        approve(window, TWO);
        assertThat(asks(open(), ONE)).isTrue();
    }

    @Test
    void whatCouldNotBeWrittenHoldsUntilTheProgramEnds() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "no folder");
        TrustStore store = TrustStore.open(DataFolder.open(file, Map.of()));
        approve(store, ONE);
        assertThat(asks(store, ONE)).isFalse();
        assertThat(asks(store, TWO)).isTrue();
    }
}
