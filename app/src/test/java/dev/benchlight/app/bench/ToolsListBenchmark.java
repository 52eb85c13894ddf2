package dev.benchlight.app.bench;

import dev.benchlight.app.connections.Approvals;
import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.connections.Entries;
import dev.benchlight.app.connections.McpConnection;
import dev.benchlight.app.ui.fx.FxBatcher;
import dev.benchlight.app.ui.fx.Theme;
import dev.benchlight.app.ui.result.QuietServices;
import dev.benchlight.app.ui.servers.ServerActions;
import dev.benchlight.app.ui.servers.ServersPane;
import dev.benchlight.app.ui.signin.SignInChoices;
import dev.benchlight.app.ui.signin.SignIns;
import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.app.workspace.TrustStore;
import dev.benchlight.app.workspace.Workspace;
import dev.benchlight.trace.TraceRecorder;

import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// A server of 1,000 tools (1.85 MB) in the sidebar: from the click that connects until they are
/// drawn, and what each key of a filter costs.
final class ToolsListBenchmark implements Benchmarks.Benchmark {
    private static final String TYPED = "customer_4";
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final FxHeartbeat heart = new FxHeartbeat();
    private final List<Measurement> measured = new ArrayList<>();

    @Override
    public List<Measurement> run() throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target/bench"), "tools");
        Workspace workspace = Workspace.open(folder.resolve("workspace"));
        Approvals approvals =
                new Approvals(
                        workspace,
                        TrustStore.open(DataFolder.open(folder.resolve("data"), Map.of())),
                        Map.of(),
                        _ -> {});
        try (Connections connections =
                new Connections(ServerEntry::config, Entries.sessions(TraceRecorder.NONE))) {
            McpConnection server = connections.add(entry());
            FxBatcher fx = new FxBatcher();
            QuietServices quiet = new QuietServices();
            ServerActions actions =
                    new ServerActions(
                            connections,
                            workspace,
                            approvals,
                            new SignIns(_ -> {}, SignInChoices.inMemory()),
                            quiet.dialogs(),
                            fx);
            Stage stage =
                    heart.on(() ->
                            open(
                                    new ServersPane(
                                            connections,
                                            actions,
                                            quiet.dialogs(),
                                            fx,
                                            quiet.workbench())));
            heart.awaitFrames(10);
            list(server, stage);
            filter(stage);
            heart.on(() -> {
                stage.close();
                return 0;
            });
        }
        heart.stop();
        return measured;
    }

    private static ServerEntry entry() {
        List<String> command = LargeServer.command();
        return new ServerEntry(
                Entries.stdio("large", command.getFirst(), command.subList(1, command.size())),
                null,
                ServerEntry.Origin.BUILT_IN);
    }

    private static Stage open(ServersPane pane) {
        pane.reveal("large");
        Scene scene = new Scene(pane, 260, 800);
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(
                                        ServersPane.class.getResource(
                                                "/dev/benchlight/app/ui/app.css"))
                                .toExternalForm());
        Theme.LIGHT.apply();
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private void list(McpConnection server, Stage stage) throws Exception {
        Memory before = Memory.now();
        heart.reset();
        long start = System.nanoTime();
        server.connect();
        // The server's own row, then that of its tools, which is folded: they are many.
        await(stage, 2);
        heart.on(() -> {
            ListView<?> list = (ListView<?>) stage.getScene().lookup("#servers");
            list.getSelectionModel().select(1);
            list.fireEvent(
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.RIGHT,
                            false,
                            false,
                            false,
                            false));
            return 0;
        });
        await(stage, 1_000);
        heart.awaitFrames(2);
        double millis = (System.nanoTime() - start) / 1e6;
        FxHeartbeat.Gaps gaps = heart.gaps();
        measured.add(
                new Measurement(
                        "1,000 tools: server started, listed, drawn",
                        millis,
                        "ms",
                        1100,
                        "Inspector, listed",
                        1));
        measured.add(Measurement.bounded("1,000 tools: longest gap", gaps.clockMs(), "ms", 200));
        measured.add(
                Measurement.plain(
                        "1,000 tools: more heap", Memory.now().heapMb() - before.heapMb(), "MB"));
    }

    /// Types a word and takes it back, letter by letter.
    private void filter(Stage stage) {
        TextField field = heart.on(() -> (TextField) stage.getScene().lookup("#sidebar-filter"));
        List<FxHeartbeat.Gaps> keys = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            for (int length = 1; length < 2 * TYPED.length(); length++) {
                int letters = Math.min(length, 2 * TYPED.length() - length - 1);
                heart.reset();
                heart.on(() -> {
                    field.setText(TYPED.substring(0, letters));
                    return 0;
                });
                heart.awaitFrames(2);
                keys.add(heart.gaps());
            }
        }
        double[] clock = keys.stream().mapToDouble(FxHeartbeat.Gaps::clockMs).sorted().toArray();
        double[] cpu = keys.stream().mapToDouble(FxHeartbeat.Gaps::cpuMs).sorted().toArray();
        measured.add(
                Measurement.bounded(
                        "filter 1,000 tools: key until next frame, median",
                        clock[clock.length / 2],
                        "ms",
                        50));
        measured.add(
                Measurement.bounded(
                        "filter 1,000 tools: key until next frame, slowest",
                        Arrays.stream(clock).max().orElse(0),
                        "ms",
                        50));
        measured.add(
                Measurement.plain(
                        "filter 1,000 tools: of the slowest, processor",
                        Arrays.stream(cpu).max().orElse(0),
                        "ms"));
    }

    private void await(Stage stage, int rows) throws TimeoutException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (rows(stage) < rows) {
            heart.awaitFrames(1);
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(rows + " rows did not come");
            }
        }
    }

    private int rows(Stage stage) {
        return heart.on(() ->
                stage.getScene().lookup("#servers") instanceof ListView<?> list
                        ? list.getItems().size()
                        : 0);
    }
}
