package dev.benchlight.app.ui.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.benchlight.app.connections.Approvals;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.Entries;
import dev.benchlight.app.connections.McpConnection;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.StageDialogs;
import dev.benchlight.app.ui.signin.SignInChoices;
import dev.benchlight.app.ui.signin.SignIns;
import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.app.workspace.TrustStore;
import dev.benchlight.app.workspace.Workspace;
import dev.benchlight.mcp.Await;
import dev.benchlight.mcp.McpSession;
import dev.benchlight.mcp.ScriptedWire;
import dev.benchlight.mcp.SessionState;

import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/// What becomes of servers whose files others take away and put back.
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class ServerFilesTest {
    @TempDir static Path folder;
    private Connections connections;
    private ServerActions actions;
    private McpConnection connection;
    private Path file;
    private Path aside;

    @Start
    void start(Stage stage) throws IOException {
        Path here = Files.createTempDirectory(folder, "run");
        Workspace workspace = Workspace.open(here.resolve("ws"));
        ServerEntry entry = workspace.add(Entries.stdio("files", "none", List.of()));
        file = Objects.requireNonNull(entry.file());
        aside = here.resolve("aside");
        TrustStore trust = TrustStore.open(DataFolder.open(here.resolve("data"), Map.of()));
        connections =
                new Connections(
                        ServerEntry::config,
                        Entries.scripted(new ScriptedWire((wire, sent) -> {}).declaring("{}")));
        connection = connections.add(entry);
        actions =
                new ServerActions(
                        connections,
                        workspace,
                        new Approvals(workspace, trust, Map.of(), _ -> {}),
                        new SignIns(_ -> {}, SignInChoices.inMemory()),
                        new StageDialogs(stage),
                        new FxBatcher());
    }

    @AfterEach
    void quit() {
        connections.close();
    }

    private void reload() {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        actions.reload(() -> done.complete(true));
        Await.until("read again", done::isDone);
    }

    @Test
    void aConnectedServerGoesOnWhileItsFileIsAwayAndIsTheSameWhenItIsBack() throws IOException {
        connection.connect();
        Await.until("connected", () -> connection.session().isPresent());
        McpSession session = connection.session().orElseThrow();

        Files.move(file, aside);
        reload();
        assertThat(connections.all()).containsExactly(connection);
        assertThat(connection.session()).containsSame(session);
        assertThat(session.state()).isInstanceOf(SessionState.Ready.class);

        Files.move(aside, file);
        reload();
        assertThat(connections.all()).containsExactly(connection);
        assertThat(connection.session()).containsSame(session);
    }

    @Test
    void aServerThatIsNotConnectedGoesAndComesWithItsFile() throws IOException {
        Files.move(file, aside);
        reload();
        assertThat(connections.all()).isEmpty();

        Files.move(aside, file);
        reload();
        assertThat(connections.all())
                .extracting(server -> server.entry().name())
                .containsExactly("files");
    }
}
