package dev.benchlight.app.leftovers;

import dev.benchlight.app.workspace.DataFolder;
import dev.benchlight.mcp.wire.ServerProcesses;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Ends the servers of runs that were killed. Servers of runs that go on are let alone, and so is
/// every process that is not the very one that was started.
public final class LeftServers {
    private static final System.Logger LOG = System.getLogger(LeftServers.class.getName());

    /// Between being asked to end and being killed: nobody talks to them any more.
    private static final Duration GRACE = Duration.ofSeconds(1);

    /// After this, what cannot be read, or is of another system, is of no use to anybody.
    private static final Duration USEFUL = Duration.ofDays(7);

    private LeftServers() {}

    /// Ends what is left, all at the same time, and waits for that; at once where there is nothing.
    ///
    /// @return one sentence for each server that had processes left
    public static List<String> end(DataFolder data) {
        return data.writable() ? end(data.path()) : List.of();
    }

    static List<String> end(Path dataFolder) {
        List<String> sentences = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (Path file : files(dataFolder.resolve(RunningServers.FOLDER))) {
            threads.add(
                    Thread.ofVirtual()
                            .name("left server")
                            .start(() -> look(file).ifPresent(sentences::add)));
        }
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return sentences.stream().sorted().toList();
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, folder + " could not be read", e);
            return List.of();
        }
    }

    private static Optional<String> look(Path file) {
        try {
            Optional<RunningServer> server = RunningServer.parse(Files.readString(file));
            if (server.isEmpty() || server.get().run().isFromElsewhere()) {
                deleteOld(file);
                return Optional.empty();
            }
            return server.get().run().find().isPresent()
                    ? Optional.empty()
                    : end(file, server.get());
        } catch (IOException e) {
            // Another run was faster.
            LOG.log(System.Logger.Level.DEBUG, file + " could not be read", e);
            return Optional.empty();
        }
    }

    private static void deleteOld(Path file) throws IOException {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        if (written.isBefore(Instant.now().minus(USEFUL))) {
            Files.deleteIfExists(file);
        }
    }

    private static Optional<String> end(Path file, RunningServer left) throws IOException {
        ServerProcesses.End end = left.processes().end(GRACE);
        String name = "The server " + left.server();
        if (!end.remaining().isEmpty()) {
            return Optional.of(
                    "%s was left behind when Benchlight was killed, and cannot be ended: %s."
                            .formatted(name, String.join(", ", end.remaining())));
        }
        // Of two runs that end it together, one says so.
        return Files.deleteIfExists(file) && end.found() > 0
                ? Optional.of(
                        "%s was left behind when Benchlight was killed, and has now been ended (%s)."
                                .formatted(
                                        name,
                                        end.found() == 1
                                                ? "1 process"
                                                : end.found() + " processes"))
                : Optional.empty();
    }
}
