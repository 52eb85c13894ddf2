package dev.benchlight.mcp;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What this process holds of the machine's.
///
/// @param threads how many there are of each name, virtual ones included, without those that the
///   JDK keeps for itself
/// @param processes that descend from this one and run
/// @param connections open sockets and pipes; empty where the system does not tell
record Leftovers(List<String> threads, List<Long> processes, List<String> connections) {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final List<String> OF_THE_JDK =
            List.of(
                    "ForkJoinPool",
                    "VirtualThread",
                    "process reaper",
                    "Attach Listener",
                    "CompletableFutureDelay");

    /// @param folder for a file that is written on the way
    static Leftovers now(Path folder) {
        return new Leftovers(
                threads(folder),
                ProcessHandle.current()
                        .descendants()
                        .filter(process -> process.info().command().isPresent())
                        .map(ProcessHandle::pid)
                        .sorted()
                        .toList(),
                openConnections());
    }

    /// Whether there is nothing that was not there before.
    boolean isWithin(Leftovers before) {
        return before.processes.containsAll(processes)
                && before.connections.containsAll(connections)
                && more(before).isEmpty();
    }

    /// The threads there are more of than before.
    private List<String> more(Leftovers before) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        threads.forEach(name -> counts.merge(name, 1, Integer::sum));
        before.threads.forEach(name -> counts.merge(name, -1, Integer::sum));
        return counts.keySet().stream().filter(name -> counts.getOrDefault(name, 0) > 0).toList();
    }

    /// The names, a number at their end left out.
    private static List<String> threads(Path folder) {
        try {
            Path file = folder.resolve("threads-" + System.nanoTime() + ".txt");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
            List<String> lines = Files.readAllLines(file);
            Files.delete(file);
            return lines.stream()
                    .filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceAll("^#\\d+ \"([^\"]*?)[-0-9]*\".*", "$1"))
                    .filter(name -> OF_THE_JDK.stream().noneMatch(name::startsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> openConnections() {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return List.of();
        }
        try (Stream<Path> open = Files.list(DESCRIPTORS)) {
            return open.flatMap(descriptor -> target(descriptor).stream())
                    .filter(name -> name.startsWith("socket:") || name.startsWith("pipe:"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Empty if it was closed meanwhile.
    private static Optional<String> target(Path descriptor) {
        try {
            return Optional.of(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
