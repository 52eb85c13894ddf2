package dev.benchlight.app.ui;

import dev.benchlight.app.connections.Connections;
import dev.benchlight.app.workspace.ServerEntry;
import dev.benchlight.mcp.SessionState;
import dev.benchlight.mcp.peers.NpmServers;
import dev.benchlight.mcp.wire.ServerConfig;

import javafx.application.Platform;
import javafx.stage.Stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The program of a benchmark: opens the window, prints how many MB it takes when idle, then with
/// three servers connected, then what these servers take. The kernel's proportional set size is
/// counted, which shares pages fairly; Linux only.
public final class WindowMemory {
    private WindowMemory() {}

    /// @param arguments the workspace folder and the data folder
    public static void main(String[] arguments) throws Exception {
        Platform.startup(() -> {});
        WindowProgram program =
                new WindowProgram(
                        Path.of(arguments[0]), Path.of(arguments[1]), Map.copyOf(System.getenv()));
        CountDownLatch shown = new CountDownLatch(1);
        Platform.runLater(() -> {
            program.show(new Stage(), null);
            new FirstFrame(line -> shown.countDown()).start();
        });
        await(shown);
        System.out.println(settled(ProcessHandle.current()));
        connect(program.connections());
        System.out.println(settled(ProcessHandle.current()));
        System.out.println(
                ProcessHandle.current().descendants().mapToLong(WindowMemory::settled).sum());
        System.exit(0);
    }

    private static void connect(Connections connections) throws Exception {
        List<String> command = NpmServers.everything("stdio");
        CountDownLatch ready = new CountDownLatch(3);
        connections.subscribeToEach(snapshot -> {
            if (snapshot.state() instanceof SessionState.Ready) {
                ready.countDown();
            }
        });
        for (int i = 1; i <= 3; i++) {
            ServerConfig config =
                    new ServerConfig.Stdio(
                            "everything " + i,
                            command.getFirst(),
                            command.subList(1, command.size()),
                            Map.of(),
                            null);
            connections.add(new ServerEntry(config, null, ServerEntry.Origin.BUILT_IN)).connect();
        }
        await(ready);
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        if (!latch.await(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("waited in vain");
        }
    }

    private static long settled(ProcessHandle process) {
        System.gc();
        try (Stream<String> lines =
                Files.lines(Path.of("/proc", Long.toString(process.pid()), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
